/** What the workbench page offers to the pane inside it. */
import type { Connection } from "../office/connect";
import type { OfficeHost } from "../office/protocol";

export interface WorkbenchLink {
  host: OfficeHost;
  /** The pane's page has loaded Office.js and is connected; its own scripts run next. */
  paneConnected(connection: Connection): void;
}

declare global {
  interface Window {
    onefunnelWorkbench?: WorkbenchLink;
  }
}
