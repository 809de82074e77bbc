/** What the pane asks of the browser around it: files, clipboard, colours, the calendar. */
import type { Appearance } from "./services";

/** Offers text as a download. */
export async function saveFile(name: string, text: string): Promise<void> {
  const address = URL.createObjectURL(
    new Blob([text], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function pickFile(): Promise<{ name: string; text: string } | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else
        file.text().then((text) => resolve({ name: file.name, text }), reject);
    });
    input.click();
  });
}

/** Some hosts forbid the clipboard's own interface inside their frame: the old command still works there. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) throw refused;
  }
}

const dark = () => matchMedia("(prefers-color-scheme: dark)");
const forced = () => matchMedia("(forced-colors: active)");

export function systemAppearance(): Pick<
  Appearance,
  "prefersDark" | "forcedColors"
> {
  return { prefersDark: dark().matches, forcedColors: forced().matches };
}

/** Office tells nobody of a new theme in Excel: look again whenever the pane comes back into sight. */
export function onAppearanceChanged(callback: () => void): () => void {
  const queries = [dark(), forced()];
  queries.forEach((query) => query.addEventListener("change", callback));
  document.addEventListener("visibilitychange", callback);
  return () => {
    queries.forEach((query) => query.removeEventListener("change", callback));
    document.removeEventListener("visibilitychange", callback);
  };
}

/** Excel serial of today by the user's own calendar. */
export function today(): number {
  const now = new Date();
  return (
    Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 +
    25_569
  );
}
