/** Every word the pane shows, so that a second language is a second file. Sentences say what happened and what to do. */

const plural = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const words = {
  product: "OneFunnel",
  loading: "Reading the workbook",
  back: "Back",
  cancel: "Cancel",
  close: "Close",
  dismiss: "Dismiss",

  home: {
    title: "OneFunnel",
    sentence:
      "Put one linked funnel plan into this workbook: from next year's revenue to the bookings, SQLs, MQLs and inquiries it takes.",
    plan: "Plan a funnel",
    planAnother: "Plan another funnel",
    useSaved: "Use saved inputs…",
    functions: "Functions",
    version: (version: string) => `Version ${version}`,
  },

  card: {
    reading: (plan: string) => `Reading ${plan}`,
    allPass: (count: number) =>
      `All ${plural(count, "check passes", "checks pass")}`,
    someFail: (failed: number, count: number) =>
      `${failed} of ${plural(count, "check", "checks")} ${failed === 1 ? "fails" : "fail"}`,
    showChecks: "Show checks",
    saveInputs: "Save inputs",
    saved: (file: string) => `Saved as ${file}.`,
    remove: "Remove…",
    unfinished:
      "The insertion of this plan broke off, so it is incomplete. Remove it, then insert it again from saved inputs.",
    missing: (sheets: number) =>
      `${plural(sheets, "sheet of this plan was", "sheets of this plan were")} deleted, so its numbers cannot be read. Remove the plan and insert it again from saved inputs.`,
    select: (segment: string | undefined, label: string, text: string) =>
      `${segment === undefined ? "" : `${segment}, `}${label}: ${text}. Select cell`,
    selectCheck: (label: string) => `${label}. Select cell`,
  },

  headline: {
    bookings: "Bookings",
    deals: "Deals",
    sqls: "SQLs",
    mqls: "MQLs",
    inquiries: "Inquiries",
    whole: "Whole plan",
  },

  plan: {
    title: "Plan a funnel",
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    taken: (file: string) =>
      `Inputs taken from ${file}. Check them, then insert.`,
    name: "Plan name",
    nameInfo:
      "Stands at the front of every sheet of the plan, so keep it short: FY27.",
    fiscalStart: "Fiscal start",
    fiscalStartInfo: "The first day of the plan's first period.",
    asOf: "As-of date",
    asOfInfo:
      "The plan counts what can still be done from this day on. It never looks at today's date by itself; change it in the sheet as time goes by.",
    currency: "Currency",
    commonCurrencies: "Common",
    allCurrencies: "All",
    periods: "Periods",
    months: "12 months",
    quarters: "Quarters",
    quarterCount: "Number of quarters",
    preset: "Sheets",
    ownSheets: "Choose the sheets",
    segments: "Segments",
    segmentsInfo:
      "Customers that buy alike: each has its own deal size, rates and lags. Up to six.",
    segment: (number: number) => `Segment ${number}`,
    segmentName: (number: number) => `Name of segment ${number}`,
    newSegment: (number: number) => `Segment ${number}`,
    motion: (segment: string) => `Motion of ${segment}`,
    motions: {
      "high volume, low dollar": "High volume, low dollar",
      "low volume, high dollar": "Low volume, high dollar",
    },
    addSegment: "Add segment",
    removeSegment: (segment: string) => `Remove ${segment}`,
    next: "Next: key numbers",
  },

  numbers: {
    title: "Key numbers",
    how: "Type each number, or select a cell of the workbook and press the link button in the field to link it.",
    examples: "Numbers in italics are examples: put your own in their place.",
    whole: "Whole plan",
    next: "Next: preview",
    alsoWrong: "Before the plan can be inserted",
    toMend: (count: number) =>
      `${plural(count, "number needs", "numbers need")} another look: see the fields marked in red.`,
  },

  fields: {
    badDate: (label: string, given: string) =>
      `${label} is ${given.trim() === "" ? "blank" : `"${given}", which is not a day`}. Enter a day such as 1 January 2027.`,
    badNumber: (label: string, given: string) =>
      `${label} is "${given}", which is not a number. Enter a number such as 75,000.`,
    badRate: (label: string, given: string) =>
      `${label} is "${given}", which is not a percentage. Enter one such as 25%.`,
    about: (label: string) => `About ${label}`,
    useSelected: (label: string) => `Use selected cell for ${label}`,
    useSelectedShort: "Use selected cell",
    unlink: (label: string) => `Unlink ${label}`,
    unlinkShort: "Unlink and keep the value",
    showLink: (link: string) => `Select ${link}`,
    linkedTo: (link: string) => `Linked to ${link}`,
    noValue: "No value",
    blankCell: "Blank cell",
    choose: "Choose…",
    example: "Example value",
    units: { months: "months", quarters: "quarters" },
  },

  preview: {
    title: "Preview",
    headlines: "What the plan asks for",
    makes: "What will be added",
    sheets: (count: number) => plural(count, "sheet", "sheets"),
    names: (count: number) => plural(count, "name", "names"),
    showNames: (count: number) => `Show ${plural(count, "name", "names")}`,
    hideNames: "Hide names",
    undo: "Ctrl+Z cannot undo the insertion, but Remove can: it takes out these sheets and names and nothing else.",
    untouched: "Nothing outside the new sheets changes.",
    insert: "Insert plan",
    checking: "Checking the workbook",
    following: "Reading the linked cells",
    checkAgain: "Check again",
    inserting: "Inserting the plan",
    starting: "Starting",
    cancelling: "Taking back what was written",
  },

  done: {
    title: (plan: string) => `${plan} is in the workbook`,
    next: "Next: go through the Assumptions sheet with marketing, sales and finance and put your own numbers in place of the examples.",
    assumptions: "Go to Assumptions",
    overview: "See the plan",
  },

  remove: {
    title: (plan: string) => `Remove ${plan}?`,
    body: "These sheets and their names will be deleted. Excel cannot undo this.",
    elsewhere: "Formulas elsewhere that read these sheets will show #REF!.",
    keep: "Save the inputs first and you can insert the plan again later.",
    saveFirst: "Save inputs first",
    remove: "Remove plan",
    removing: "Removing the plan",
    done: (plan: string) => `${plan} was removed. Nothing else changed.`,
  },

  functions: {
    title: "Functions",
    search: "Find a function",
    loading: "Loading the functions",
    none: (text: string) =>
      `No function matches "${text}". Try a word such as MQL, rate or lag.`,
    help: (name: string) => `Open the page of ${name}`,
    more: "Help",
    use: "Type = and the name in any cell.",
  },

  failure: {
    unexpected: (message: string) =>
      `Something went wrong that should not have: ${message.replace(/[.\s]+$/u, "")}. Try again; if it happens again, copy the details and send them to whoever looks after OneFunnel.`,
    retry: "Try again",
    copy: "Copy details",
    copied: "Copied",
    notCopied: "Copying was refused",
    crashed:
      "The pane stopped. Your workbook is as it was; close the pane and open it again.",
  },

  start: {
    starting: "Starting OneFunnel",
    noOffice: "Excel has not answered",
    noOfficeWhat: "OneFunnel works inside Excel and has no connection to it.",
    noOfficeSteps: [
      "Close this pane and open it again from Home > OneFunnel.",
      "If it stays like this, close Excel, start it again and open the workbook.",
      "In a browser, reload the page. Extensions that block scripts must allow appsforoffice.microsoft.com.",
      "If you opened this page by its address, open it from within Excel instead.",
    ],
    notExcel: "This is not Excel",
    notExcelWhat:
      "OneFunnel needs a workbook. Open it in Excel for Windows, Mac or the web.",
  },
};
