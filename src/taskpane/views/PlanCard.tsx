/** One plan of the workbook: state of its checks, its headline numbers, what can be done with it. */
import {
  Badge,
  Body1,
  Button,
  Card,
  makeStyles,
  Spinner,
  Subtitle1,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { useState } from "react";
import type { InsertedPlan, PlanState } from "../../workbook/port";
import { firstCell } from "../addresses";
import { usePlanState } from "../hooks/usePlans";
import { useTask } from "../hooks/useTask";
import { FailureBar, Sentences } from "../parts/FailureBar";
import { Headlines } from "../parts/Headlines";
import { RemoveDialog, saveInputs } from "../parts/RemoveDialog";
import type { PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  card: { rowGap: tokens.spacingVerticalM },
  head: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    alignItems: "flex-start",
  },
  title: { margin: 0, overflowWrap: "anywhere" },
  checks: { margin: 0, padding: 0, listStyleType: "none" },
  check: {
    justifyContent: "flex-start",
    textAlign: "left",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  saved: { overflowWrap: "anywhere" },
});

export interface PlanCardProps {
  services: PaneServices;
  plan: InsertedPlan;
  onRemoved(): void;
}

export function PlanCard({ services, plan, onRemoved }: PlanCardProps) {
  const styles = useStyles();
  const finished = plan.unfinished !== true;
  const { state, failure } = usePlanState(
    services,
    finished ? plan.id : undefined,
  );
  const task = useTask(services);
  const [saved, setSaved] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const show = (address: string) =>
    void task.run(() => services.workbook.select(address));
  const checks = plan.sheets.find(({ id }) => id === "checks");

  return (
    <Card className={styles.card} role="group" aria-label={plan.name}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {plan.name}
        </Subtitle1>
        {state && <CheckBadge state={state} />}
      </div>
      {!finished && (
        <Sentences intent="warning" sentences={[words.card.unfinished]} />
      )}
      {finished && plan.missing.length > 0 && (
        <Sentences
          intent="warning"
          sentences={[words.card.missing(plan.missing.length)]}
        />
      )}
      {finished && !state && !failure && (
        <Spinner size="tiny" label={words.card.reading(plan.name)} />
      )}
      {failure && <FailureBar failure={failure} onCopy={services.copyText} />}
      {state && !state.allPassed && (
        <ul className={styles.checks}>
          {failedChecks(state).map(({ id, label, address }) => (
            <li key={id}>
              <Button
                className={styles.check}
                appearance="subtle"
                size="small"
                icon={
                  <DismissCircleFilled
                    color={tokens.colorStatusDangerForeground1}
                  />
                }
                aria-label={words.card.selectCheck(label)}
                onClick={() => show(address)}
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {state &&
        segmentsOf(state).map(({ title, numbers }) => (
          <Headlines
            key={title}
            title={title}
            numbers={numbers.map(({ id, label, text, address }) => ({
              id,
              label,
              text,
              selectLabel: words.card.select(title, label, text),
              onSelect: () => show(address),
            }))}
          />
        ))}
      <div className={styles.actions}>
        {finished && checks && (
          <Button
            appearance="primary"
            onClick={() => show(firstCell(checks.name))}
          >
            {words.card.showChecks}
          </Button>
        )}
        <Button
          disabledFocusable={task.busy}
          onClick={() =>
            void task.run(async () =>
              setSaved(await saveInputs(services, plan)),
            )
          }
        >
          {words.card.saveInputs}
        </Button>
        <Button disabledFocusable={task.busy} onClick={() => setRemoving(true)}>
          {words.card.remove}
        </Button>
      </div>
      <Body1
        role="status"
        className={styles.saved}
        hidden={saved === undefined}
      >
        {saved !== undefined && words.card.saved(saved)}
      </Body1>
      {task.failure && (
        <FailureBar
          failure={task.failure}
          onCopy={services.copyText}
          onDismiss={task.dismiss}
        />
      )}
      {removing && (
        <RemoveDialog
          services={services}
          plan={plan}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false);
            onRemoved();
          }}
        />
      )}
    </Card>
  );
}

const failedChecks = ({ checks }: PlanState) =>
  checks.filter(({ id, passed }) => id !== "total" && !passed);

function CheckBadge({ state }: { state: PlanState }) {
  const count = state.checks.filter(({ id }) => id !== "total").length;
  return (
    <Badge
      appearance="tint"
      size="large"
      color={state.allPassed ? "success" : "danger"}
      icon={
        state.allPassed ? <CheckmarkCircleFilled /> : <DismissCircleFilled />
      }
      role="status"
    >
      {state.allPassed
        ? words.card.allPass(count)
        : words.card.someFail(failedChecks(state).length, count)}
    </Badge>
  );
}

/** Headline numbers by segment, in the order in which the template gives them. */
function segmentsOf({ headlines }: PlanState) {
  const groups = new Map<string, PlanState["headlines"]>();
  for (const headline of headlines) {
    const title = headline.segment ?? words.headline.whole;
    groups.set(title, [...(groups.get(title) ?? []), headline]);
  }
  return [...groups].map(([title, numbers]) => ({ title, numbers }));
}
