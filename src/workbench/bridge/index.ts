/** Runs in the pane's page right after Microsoft's Office.js and ties it to the spreadsheet of the page around it. */
import { connect } from "../office/connect";
import "./link";

const link = window.parent.onefunnelWorkbench;
if (link === undefined)
  throw new Error(
    "This page is the pane of the workbench; open the workbench's own address instead.",
  );
link.paneConnected(connect(window, link.host));
