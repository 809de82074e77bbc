/** Every word of the workbench page that a user reads. */
export const words = {
  product: "OneFunnel workbench",
  open: "Open…",
  save: "Save as .xlsx",
  checkPlan: "Check plan",
  unsaved: "Unsaved changes",
  saved: "All changes saved",
  loading: "Starting the spreadsheet …",
  opening: (name: string) => `Opening ${name} …`,
  saving: (name: string) => `Saving ${name} …`,
  grid: "Workbook",
  pane: "OneFunnel task pane",
  splitter: "Width of the task pane",
  drop: "Drop an .xlsx file to open it",
  close: "Close",
  cancel: "Cancel",
  startFailed: "The workbench could not start",
  openFailed: (name: string) => `${name} could not be opened`,
  saveFailed: (name: string) => `${name} could not be saved`,
  checkFailed: "The plan could not be checked",
  discardTitle: "Open another workbook?",
  discard: (name: string) =>
    `${name} has changes that were not saved. Opening another workbook drops them.`,
  discardAction: "Drop the changes and open",
  lossesTitle: "Some parts of this workbook will not be in the saved file",
  losses:
    "The opened file holds the following, and the saved one will not: what was removed in the grid took it along, or the workbench cannot write it. The opened file itself stays as it is.",
  lossesAction: "Save without them",
  paneNotReady:
    "The task pane has not finished loading. Wait a moment and try again.",
  unexpected: (detail: string) =>
    `Something unexpected happened: ${detail}. Save your work under another name and reload the page.`,
};
