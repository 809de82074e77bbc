/** The manifest for the https host that will serve dist/. */

export const LOCAL_HOST = "https://localhost:3000";

/** The address as the manifest needs it: https, no trailing slash, no query. */
export function hostAddress(given: string | undefined): string {
  if (given === undefined) return LOCAL_HOST;
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new Error(
      `The host must be an address like https://example.com/onefunnel; got "${given}".`,
    );
  }
  if (url.protocol !== "https:")
    throw new Error(`Excel loads add-ins over https only; got "${given}".`);
  if (
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== "" ||
    url.password !== ""
  )
    throw new Error(
      `The host must be a plain https address without query, anchor or password; got "${given}".`,
    );
  return url.href.replace(/\/+$/, "");
}

/** Puts `host` in place of the local address; an app domain is an origin without a path. */
export function manifestForHost(manifest: string, host: string): string {
  return manifest
    .replace(
      /<AppDomain>[^<]*<\/AppDomain>/,
      `<AppDomain>${new URL(host).origin}</AppDomain>`,
    )
    .replaceAll(`DefaultValue="${LOCAL_HOST}/`, `DefaultValue="${host}/`);
}
