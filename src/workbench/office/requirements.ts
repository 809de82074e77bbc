/** Requirement sets that an add-in may rely on in this host; the client refuses newer members by itself. */
const supported: Record<string, string> = {
  ExcelApi: "1.12",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
  CustomXmlParts: "1.1",
  DelayForCellEdit: "1.1",
  // Of the wire itself: retrieve and update are understood.
  RichApiRuntime: "1.2",
};

export function isSetSupported(name: string, version = "1.1"): boolean {
  const entry = Object.entries(supported).find(
    ([set]) => set.toLowerCase() === name.toLowerCase(),
  );
  if (!entry) return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [knownMajor = 0, knownMinor = 0] = entry[1].split(".").map(Number);
  return major < knownMajor || (major === knownMajor && minor <= knownMinor);
}
