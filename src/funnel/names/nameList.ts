/** Names in the order in which they first appear; neither capitals nor spaces tell two apart. */
export interface NameList {
  /** As first written. */
  names: string[];
  /** The place of a name, which joins the list if it is new. */
  place: (name: string) => number;
}

export function nameList(): NameList {
  const names: string[] = [];
  /** Every spelling met so far, so that one of a million is folded once. */
  const places = new Map<string, number>();
  const place = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const shown = name.trim().replace(/\s+/g, " ");
    const folded = shown.toLowerCase();
    const at = places.get(folded) ?? names.push(shown) - 1;
    places.set(folded, at);
    places.set(name, at);
    return at;
  };
  return { names, place };
}
