/** The task pane: which view is open, and what passes from one to the next. */
import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import {
  Component,
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { Plan } from "../template/model";
import type { InsertedPlan } from "../workbook/port";
import { failureOf } from "./failure";
import { useDraft } from "./hooks/useDraft";
import { usePlans } from "./hooks/usePlans";
import { useTask } from "./hooks/useTask";
import { useTheme } from "./hooks/useTheme";
import { FailureBar } from "./parts/FailureBar";
import { fiscalYearName, nextYearStart } from "./numbers";
import type { PaneServices } from "./services";
import { Done } from "./views/Done";
import { Functions } from "./views/Functions";
import { Home } from "./views/Home";
import { NumbersStep } from "./views/NumbersStep";
import { PlanStep } from "./views/PlanStep";
import { PreviewStep } from "./views/PreviewStep";
import { words } from "./words";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1 },
});

export interface AppProps {
  services: PaneServices;
  /** A command on the ribbon failed; the pane is where it can say so. */
  commandError?: unknown;
}

export function App({ services, commandError }: AppProps) {
  const styles = useStyles();
  const { theme, colorScheme } = useTheme(services);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = root.current?.ownerDocument.documentElement;
    if (page) page.style.colorScheme = colorScheme;
  }, [colorScheme]);
  return (
    <FluentProvider theme={theme}>
      {/* Not on the provider: its class is handed on to every portal, which would then cover the pane. */}
      <div ref={root} className={styles.root}>
        <Safe services={services}>
          {commandError !== undefined && (
            <FailureBar
              failure={failureOf(commandError, services)}
              onCopy={services.copyText}
            />
          )}
          <Views services={services} />
        </Safe>
      </div>
    </FluentProvider>
  );
}

type View =
  | { at: "home"; notice?: string }
  | { at: "plan"; start: Plan; takenFrom?: string }
  | { at: "done"; plan: InsertedPlan }
  | { at: "functions" };

function Views({ services }: Pick<AppProps, "services">) {
  const [view, setView] = useState<View>({ at: "home" });
  // On opening, the focus stays in the workbook; after that each view takes it.
  const [opened, setOpened] = useState(false);
  const plans = usePlans(services);
  const task = useTask(services);
  const go = useCallback((next: View) => {
    setOpened(true);
    setView(next);
  }, []);
  const home = (notice?: string) => {
    void plans.reload();
    go({ at: "home", ...(notice !== undefined && { notice }) });
  };

  const takeSaved = () =>
    task.run(async () => {
      const file = await services.pickFile();
      if (!file) return;
      const read = services.template.readPlanFile(file.text);
      if ("sentence" in read) setRefusal(read.sentence);
      else go({ at: "plan", start: read.plan, takenFrom: file.name });
    });
  const [refusal, setRefusal] = useState<string>();
  const failure =
    task.failure ??
    (refusal === undefined ? undefined : { sentence: refusal, calm: false });
  const dismiss = () => {
    task.dismiss();
    setRefusal(undefined);
  };

  switch (view.at) {
    case "home":
      return (
        <Home
          services={services}
          plans={plans}
          focusTitle={opened}
          notice={view.notice}
          failure={failure}
          onDismiss={dismiss}
          onPlan={() => {
            dismiss();
            go({ at: "plan", start: emptyPlan(services) });
          }}
          onUseSaved={() => {
            dismiss();
            void takeSaved();
          }}
          onFunctions={() => go({ at: "functions" })}
          onRemoved={(name) => home(words.remove.done(name))}
        />
      );
    case "plan":
      return (
        <PlanForm
          services={services}
          start={view.start}
          takenFrom={view.takenFrom}
          onLeave={() => home()}
          onInserted={(plan) => go({ at: "done", plan })}
        />
      );
    case "done":
      return (
        <Done services={services} plan={view.plan} onOverview={() => home()} />
      );
    case "functions":
      return <Functions services={services} onBack={() => home()} />;
  }
}

/** What a new plan starts from: the coming calendar year, seen from today. */
function emptyPlan({ template, newId, today }: PaneServices): Plan {
  const asOf = today();
  const fiscalStart = nextYearStart(asOf);
  return template.newPlan({
    id: newId(),
    name: fiscalYearName(fiscalStart),
    fiscalStart,
    asOf,
    currency: "USD",
    periods: "quarters",
    periodCount: 4,
  });
}

interface PlanFormProps {
  services: PaneServices;
  start: Plan;
  takenFrom?: string | undefined;
  onLeave(): void;
  onInserted(plan: InsertedPlan): void;
}

/** Its three steps share one draft: going back loses nothing. */
function PlanForm({
  services,
  start,
  takenFrom,
  onLeave,
  onInserted,
}: PlanFormProps) {
  const form = useDraft(services, start);
  const [step, setStep] = useState<1 | 2 | 3>(1);
  switch (step) {
    case 1:
      return (
        <PlanStep
          services={services}
          form={form}
          takenFrom={takenFrom}
          onBack={onLeave}
          onNext={() => setStep(2)}
        />
      );
    case 2:
      return (
        <NumbersStep
          services={services}
          form={form}
          onBack={() => setStep(1)}
          onNext={() => setStep(3)}
        />
      );
    case 3:
      return (
        <PreviewStep
          services={services}
          form={form}
          onBack={() => setStep(2)}
          onInserted={onInserted}
        />
      );
  }
}

interface SafeProps {
  services: PaneServices;
  children: ReactNode;
}

/** A fault of the pane's own drawing: says so instead of an empty page. */
class Safe extends Component<SafeProps, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    const { services } = this.props;
    const { details } = failureOf(this.state.error, services);
    return (
      <main role="alert" style={{ padding: tokens.spacingHorizontalL }}>
        <p>{words.failure.crashed}</p>
        {details !== undefined && (
          <Button onClick={() => void services.copyText(details)}>
            {words.failure.copy}
          </Button>
        )}
      </main>
    );
  }
}
