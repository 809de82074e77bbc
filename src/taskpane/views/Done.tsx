/** After insertion: that it worked, and the one thing to do next. */
import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { InsertedPlan } from "../../workbook/port";
import { firstCell } from "../addresses";
import { useTask } from "../hooks/useTask";
import { FailureBar } from "../parts/FailureBar";
import { Page } from "../parts/Page";
import type { PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  root: {
    display: "flex",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "flex-start",
  },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
});

export interface DoneProps {
  services: PaneServices;
  plan: InsertedPlan;
  onOverview(): void;
}

export function Done({ services, plan, onOverview }: DoneProps) {
  const styles = useStyles();
  const task = useTask(services);
  const assumptions = plan.sheets.find(({ id }) => id === "assumptions");
  return (
    <Page
      title={words.done.title(plan.name)}
      focusTitle
      actions={
        <>
          <Button onClick={onOverview}>{words.done.overview}</Button>
          {assumptions && (
            <Button
              appearance="primary"
              onClick={() =>
                void task.run(() =>
                  services.workbook.select(firstCell(assumptions.name)),
                )
              }
            >
              {words.done.assumptions}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.root} role="status">
        <CheckmarkCircleFilled
          className={styles.icon}
          fontSize={28}
          aria-hidden
        />
        <Body1>{words.done.next}</Body1>
      </div>
      {task.failure && (
        <FailureBar
          failure={task.failure}
          onCopy={services.copyText}
          onDismiss={task.dismiss}
        />
      )}
    </Page>
  );
}
