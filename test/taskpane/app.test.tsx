/** @jest-environment jsdom */
import {
  act,
  cleanup,
  render,
  screen,
  waitFor,
  within,
  configure,
} from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../../src/taskpane/App";
import { WorkbookFault } from "../../src/workbook/port";
import { fakeServices, type FakeServices } from "./fake";

// Fluent hides what is behind a dialog by timers and focus, which jsdom has no layout for: on a loaded machine a mark may
// lag behind. What is hidden from whom is proved in a browser (test/e2e).
configure({ asyncUtilTimeout: 5000, defaultHidden: true });

// Fluent's styles are made while the tests run: the first view takes a second on a busy machine.
jest.setTimeout(60_000);

let services: FakeServices;
let user: ReturnType<typeof userEvent.setup>;

beforeAll(() => {
  // Fluent watches sizes and scrolls; jsdom has no layout to watch.
  Object.assign(window, {
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
    scrollTo: () => {},
  });
});

beforeEach(() => {
  services = fakeServices();
  user = userEvent.setup();
});
afterEach(cleanup);

const button = (name: string) => screen.findByRole("button", { name });
const press = async (name: string) => user.click(await button(name));
const group = (name: string) => screen.findByRole("group", { name });
const field = async (segment: string, name: string) =>
  within(await group(segment)).getByRole<HTMLInputElement>("textbox", { name });
const title = (name: string) =>
  screen.findByRole("heading", { level: 1, name });

async function fill(segment: string, name: string, text: string) {
  const input = await field(segment, name);
  await user.clear(input);
  await user.type(input, text);
  await user.tab();
}

async function toNumbers() {
  render(<App services={services} />);
  await press("Plan a funnel");
  await press("Next: key numbers");
}

async function toPreview() {
  await toNumbers();
  await fill("New business", "Deal size", "75k");
  await press("Next: preview");
  await title("Preview");
}

function holdPlan() {
  services.workbook.held = [
    {
      plan: services.template.newPlan({
        id: "p1",
        name: "FY27",
        fiscalStart: 46_388,
        asOf: 46_348,
        currency: "USD",
        periods: "quarters",
      }),
      inserted: {
        id: "p1",
        name: "FY27",
        schema: 1,
        missing: [],
        sheets: [
          { id: "guide", name: "FY27 Guide" },
          { id: "checks", name: "FY27's Checks" },
        ],
      },
    },
  ];
}

async function withPlan() {
  holdPlan();
  render(<App services={services} />);
  await group("FY27");
}

test("an empty workbook gets one sentence and one action, and keeps the focus", async () => {
  render(<App services={services} />);
  await button("Plan a funnel");
  await button("Use saved inputs…");
  expect(document.activeElement).toBe(document.body);
});

test("a plan is filled in, previewed and inserted, and the pane leads on", async () => {
  await toPreview();
  const asked = await screen.findByRole("region", { name: "New business" });
  expect(asked.textContent).toContain("Bookings$5,000,000");
  expect(asked.textContent).toContain("MQLs2,000");
  expect(screen.getByText("FY27 Assumptions")).toBeTruthy();
  expect(screen.getByText(/^Ctrl\+Z cannot undo/u)).toBeTruthy();
  await press("Show 2 names");
  expect(screen.getByText("Funnel_FY27_NTM_Revenue")).toBeTruthy();

  await press("Insert plan");
  const bar = await screen.findByRole("progressbar", {
    name: "Inserting the plan",
  });
  expect(bar.getAttribute("aria-valuenow")).toBe("1");
  expect(screen.getByText("Writing FY27 Guide").getAttribute("role")).toBe(
    "status",
  );
  expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
  act(() => services.workbook.finish?.());

  await title("FY27 is in the workbook");
  expect(services.workbook.held[0]!.plan.inputs).toEqual({
    "s1/deal_size": { value: 75_000 },
  });
  await press("Go to Assumptions");
  expect(services.workbook.selections).toEqual(["'FY27 Assumptions'!A1"]);
  await press("See the plan");
  await group("FY27");
});

test("each view takes the focus to its title", async () => {
  await toNumbers();
  expect(document.activeElement).toBe(await title("Key numbers"));
});

test("cancelling says that nothing is left, calmly, and insertion can be tried again", async () => {
  await toPreview();
  await press("Insert plan");
  await press("Cancel");
  expect(
    await screen.findByText(
      "The insertion was cancelled. The workbook is as it was.",
    ),
  ).toBeTruthy();
  await button("Insert plan");
  expect(services.workbook.held).toEqual([]);
});

test("a workbook that refuses is shown with its own sentence and looked at again on request", async () => {
  services.workbook.refusal = new WorkbookFault(
    "sheet_exists",
    "A sheet is called FY27 Guide. Rename it.",
  );
  await toPreview();
  expect(
    await screen.findByText("A sheet is called FY27 Guide. Rename it."),
  ).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Insert plan" })).toBeNull();
  services.workbook.refusal = undefined;
  await press("Check again");
  await button("Insert plan");
  expect(
    screen.queryByText("A sheet is called FY27 Guide. Rename it."),
  ).toBeNull();
});

test("an unexpected error has a sentence and details to copy", async () => {
  await toPreview();
  services.workbook.refusal = new TypeError("x is undefined");
  await press("Insert plan");
  expect(
    await screen.findByText(
      /^Something went wrong that should not have: x is undefined\./u,
    ),
  ).toBeTruthy();
  await press("Copy details");
  expect(services.copied[0]).toContain("TypeError: x is undefined");
  expect(services.copied[0]).toContain("OneFunnel 1.2.3, Excel in memory");
});

test("a workbook that cannot be read yet is read again on request", async () => {
  const { plans } = services.workbook;
  services.workbook.plans = async () => {
    throw new WorkbookFault(
      "cell_in_edit",
      "A cell is being edited. Press Enter.",
    );
  };
  render(<App services={services} />);
  await screen.findByText("A cell is being edited. Press Enter.");
  services.workbook.plans = plans;
  await press("Try again");
  await waitFor(() =>
    expect(
      screen.queryByText("A cell is being edited. Press Enter."),
    ).toBeNull(),
  );
});

describe("the sheets", () => {
  test("are those of a preset", async () => {
    render(<App services={services} />);
    await press("Plan a funnel");
    await user.click(
      await screen.findByRole("radio", { name: "Full plan (5 sheets)" }),
    );
    await press("Next: key numbers");
    await fill("New business", "Deal size", "75k");
    await press("Next: preview");
    await press("Insert plan");
    await screen.findByRole("progressbar");
    act(() => services.workbook.finish?.());
    await title("FY27 is in the workbook");
    expect(services.workbook.held[0]!.plan.sheets).toHaveLength(5);
  });

  test("are chosen one by one, with those that they read", async () => {
    render(<App services={services} />);
    await press("Plan a funnel");
    await user.click(
      await screen.findByRole("radio", { name: "Choose the sheets" }),
    );
    const box = (name: string) =>
      screen.getByRole<HTMLInputElement>("checkbox", { name });
    expect(box("Checks").disabled).toBe(true);
    await user.click(box("Goals"));
    expect(box("Budget").checked).toBe(true);
    await user.click(box("Goals"));
    await user.click(box("Budget"));
    expect(box("Goals").checked).toBe(false);
    expect(box("Budget").checked).toBe(false);
  });
});

describe("a key number", () => {
  test("complains only after it was left, and the next step waits for it", async () => {
    await toNumbers();
    expect(
      screen.queryByText("Deal size is blank. Enter a number."),
    ).toBeNull();
    await press("Next: preview");
    expect(
      await screen.findByText("Deal size is blank. Enter a number."),
    ).toBeTruthy();
    expect(document.activeElement).toBe(
      await field("New business", "Deal size"),
    );
    await fill("New business", "Deal size", "many");
    const wrong = await field("New business", "Deal size");
    expect(wrong.getAttribute("aria-invalid")).toBe("true");
    expect(
      screen.getByText(/^Deal size is "many", which is not a number\./u),
    ).toBeTruthy();
  });

  test("is an example until it is typed over, and tidied when it is left", async () => {
    await toNumbers();
    const rate = await field("New business", "MQL to SQL");
    expect(rate.value).toBe("20%");
    expect(rate.getAttribute("aria-description")).toBe("Example value");
    await fill("New business", "MQL to SQL", "12.5");
    expect(rate.value).toBe("12.5%");
    expect(rate.getAttribute("aria-description")).toBeNull();
    await fill("New business", "MQL to SQL", "130");
    expect(await screen.findByText("MQL to SQL is above 100 %.")).toBeTruthy();
  });

  test("follows the selected cell, shows it, and keeps the value when unlinked", async () => {
    await toNumbers();
    await press("Use selected cell for NTM revenue");
    const revenue = () => field("Whole plan", "NTM revenue");
    await waitFor(async () =>
      expect((await revenue()).value).toBe("$40,000,000"),
    );
    expect((await revenue()).readOnly).toBe(true);
    await press("Select Budget!C14");
    expect(services.workbook.selections).toEqual(["Budget!$C$14"]);

    services.workbook.cells["Budget!$C$14"] = {
      link: "Budget!$C$14",
      value: 50_000_000,
      text: "$50,000,000",
    };
    act(() => services.workbook.changed());
    await waitFor(async () =>
      expect((await revenue()).value).toBe("$50,000,000"),
    );

    await press("Unlink NTM revenue");
    expect((await revenue()).value).toBe("50,000,000");
    expect((await revenue()).readOnly).toBe(false);
  });

  test("whose link goes dead shows the workbook's sentence", async () => {
    await toNumbers();
    await press("Use selected cell for NTM revenue");
    services.workbook.cells["Budget!$C$14"] = new WorkbookFault(
      "bad_link",
      "Budget was deleted. Choose another cell.",
    );
    act(() => services.workbook.changed());
    expect(
      await screen.findByText("Budget was deleted. Choose another cell."),
    ).toBeTruthy();
  });

  test("says why the selection cannot be used", async () => {
    services.workbook.selected = new WorkbookFault(
      "not_a_single_cell",
      "Two cells are selected. Select one.",
    );
    await toNumbers();
    await press("Use selected cell for NTM revenue");
    expect(
      await screen.findByText("Two cells are selected. Select one."),
    ).toBeTruthy();
  });
});

test("numbers that hang on linked cells wait until these are read", async () => {
  const plan = services.template.newPlan({
    id: "p1",
    name: "FY27",
    fiscalStart: 46_388,
    asOf: 46_348,
    currency: "USD",
    periods: "quarters",
  });
  plan.inputs["ntm_revenue"] = { link: "Budget!$C$14" };
  plan.inputs["s1/deal_size"] = { value: 75_000 };
  services.picked = { name: "saved.json", text: JSON.stringify(plan) };
  const { resolve } = services.workbook;
  services.workbook.resolve = async () => {
    throw new WorkbookFault("cell_in_edit", "A cell is being edited.");
  };
  render(<App services={services} />);
  await press("Use saved inputs…");
  await press("Next: key numbers");
  await press("Next: preview");
  await title("Preview");
  await screen.findByText("A cell is being edited.");
  expect(screen.queryByText("What the plan asks for")).toBeNull();
  const insert = await button("Insert plan");
  expect(insert.getAttribute("aria-disabled")).toBe("true");

  services.workbook.resolve = resolve;
  services.workbook.cells["Budget!$C$14"] = {
    link: "Budget!$C$14",
    value: 40_000_000,
    text: "$40,000,000",
  };
  act(() => services.workbook.changed());
  const asked = await screen.findByRole("region", { name: "New business" });
  expect(asked.textContent).toContain("Bookings$20,000,000");
});

test("segments are added, named and removed, up to six", async () => {
  render(<App services={services} />);
  await press("Plan a funnel");
  for (let count = 2; count <= 6; count += 1) await press("Add segment");
  expect((await button("Add segment")).hasAttribute("disabled")).toBe(true);
  const last = screen.getByRole<HTMLInputElement>("textbox", {
    name: "Name of segment 6",
  });
  expect(document.activeElement).toBe(last);
  await user.keyboard("Public");
  expect(last.value).toBe("Public");
  await press("Remove Public");
  expect(
    screen.queryByRole("textbox", { name: "Name of segment 6" }),
  ).toBeNull();
  await user.clear(screen.getByRole("textbox", { name: "Name of segment 5" }));
  await press("Next: key numbers");
  expect(await screen.findByText("The segment has no name.")).toBeTruthy();
});

describe("with a plan in the workbook", () => {
  test("the checks and every number are shown, and each selects its cell", async () => {
    services.workbook.failingChecks = ["No blank input"];
    await withPlan();
    expect(await screen.findByText("1 of 2 checks fails")).toBeTruthy();
    const selected: string[] = [];
    for (const [index, label] of [
      "Bookings",
      "Deals",
      "SQLs",
      "MQLs",
      "Inquiries",
    ].entries()) {
      await user.click(
        screen.getByRole("button", {
          name: new RegExp(`^New business, ${label}: .+\\. Select cell$`),
        }),
      );
      selected.push(`'FY27 Funnel Targets'!C${index + 7}`);
    }
    await press("No blank input. Select cell");
    await press("Show checks");
    expect(services.workbook.selections).toEqual([
      ...selected,
      "'FY27 Checks'!C5",
      "'FY27''s Checks'!A1",
    ]);
  });

  test("a change in the workbook is seen", async () => {
    await withPlan();
    await screen.findByText("All 2 checks pass");
    services.workbook.failingChecks = ["No blank input"];
    act(() => services.workbook.changed());
    await screen.findByText("1 of 2 checks fails");
  });

  test("inputs are saved as a file that fills the form again", async () => {
    await withPlan();
    await press("Save inputs");
    expect(
      await screen.findByText("Saved as FY27 funnel plan.json."),
    ).toBeTruthy();
    services.picked = services.saved[0]!;
    await press("Use saved inputs…");
    expect(
      await screen.findByText(
        "Inputs taken from FY27 funnel plan.json. Check them, then insert.",
      ),
    ).toBeTruthy();
    expect(
      screen.getByRole<HTMLInputElement>("textbox", { name: "Plan name" })
        .value,
    ).toBe("FY27");
  });

  test("a file that is no plan gets its sentence", async () => {
    await withPlan();
    services.picked = { name: "notes.txt", text: "hello" };
    await press("Use saved inputs…");
    await screen.findByText(
      "This file holds no plan. Choose one that OneFunnel saved.",
    );
  });

  test("removing names the sheets, offers to save first, and says that it is done", async () => {
    await withPlan();
    await press("Remove…");
    const dialog = await screen.findByRole("alertdialog", {
      name: "Remove FY27?",
    });
    expect(within(dialog).getByText("FY27's Checks")).toBeTruthy();
    await user.click(
      within(dialog).getByRole("button", { name: "Save inputs first" }),
    );
    expect(
      await within(dialog).findByText("Saved as FY27 funnel plan.json."),
    ).toBeTruthy();
    await user.click(
      within(dialog).getByRole("button", { name: "Remove plan" }),
    );
    await screen.findByText("FY27 was removed. Nothing else changed.");
    await button("Plan a funnel");
    expect(services.workbook.held).toEqual([]);
  });

  test("a removal that is refused leaves the dialog open with the sentence", async () => {
    await withPlan();
    services.workbook.refusal = new WorkbookFault(
      "workbook_protected",
      "The workbook is protected. Unprotect it.",
      "AccessDenied",
    );
    await press("Remove…");
    await press("Remove plan");
    const dialog = await screen.findByRole("alertdialog");
    expect(
      within(dialog).getByText("The workbook is protected. Unprotect it."),
    ).toBeTruthy();
    await user.click(
      within(dialog).getByRole("button", { name: "Copy details" }),
    );
    expect(services.copied).toEqual([
      "workbook_protected\nAccessDenied\nOneFunnel 1.2.3, Excel in memory",
    ]);
  });
});

test("functions are found by a word and lead to their pages", async () => {
  const opened: string[] = [];
  services.openPage = (address) => void opened.push(address);
  render(<App services={services} />);
  await press("Functions");
  await user.type(
    await screen.findByRole("searchbox", { name: "Find a function" }),
    "mqls needed",
  );
  await waitFor(() =>
    expect(screen.queryByText("FUNNEL.NTM_SPLIT")).toBeNull(),
  );
  await press("Open the page of FUNNEL.REQUIRED_MQLS");
  expect(opened).toEqual(["https://example.org/reference/required-mqls.html"]);
  await user.type(
    screen.getByRole("searchbox", { name: "Find a function" }),
    "zzz",
  );
  await screen.findByText(/^No function matches/u);
});

test("a plan whose insertion broke off says so and can be removed, not read", async () => {
  holdPlan();
  services.workbook.held[0]!.inserted.unfinished = true;
  render(<App services={services} />);
  const card = within(await group("FY27"));
  expect(card.getByText(/broke off/)).toBeTruthy();
  expect(card.getByRole("button", { name: "Remove…" })).toBeTruthy();
  expect(card.queryByRole("button", { name: "Show checks" })).toBeNull();
});
