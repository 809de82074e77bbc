/** Asks before a plan is removed, names its sheets, and offers to keep the inputs. */
import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { InsertedPlan } from "../../workbook/port";
import { planFileName } from "../addresses";
import { useTask } from "../hooks/useTask";
import type { PaneServices } from "../services";
import { words } from "../words";
import { FailureBar } from "./FailureBar";

const useStyles = makeStyles({
  surface: {
    width: "calc(100vw - 32px)",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalL,
  },
  content: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: "anywhere",
  },
  actions: { flexWrap: "wrap", justifyContent: "flex-end" },
});

export interface RemoveDialogProps {
  services: PaneServices;
  plan: InsertedPlan;
  onClose(): void;
  onRemoved(): void;
}

export function RemoveDialog({
  services,
  plan,
  onClose,
  onRemoved,
}: RemoveDialogProps) {
  const styles = useStyles();
  const task = useTask(services);
  const [saved, setSaved] = useState<string>();
  const save = () =>
    task.run(async () => setSaved(await saveInputs(services, plan)));
  const remove = async () => {
    const removed = await task.run(() => services.workbook.remove(plan.id));
    if (removed) onRemoved();
  };
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_, { open }) => !open && !task.busy && onClose()}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.remove.title(plan.name)}</DialogTitle>
          <DialogContent className={styles.content}>
            <Body1>{words.remove.body}</Body1>
            <ul className={styles.list}>
              {plan.sheets.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
            <Body1>{words.remove.elsewhere}</Body1>
            <Body1 role="status">
              {saved === undefined
                ? words.remove.keep
                : words.card.saved(saved)}
            </Body1>
            {task.failure && (
              <FailureBar
                failure={task.failure}
                onCopy={services.copyText}
                onDismiss={task.dismiss}
              />
            )}
          </DialogContent>
          <DialogActions className={styles.actions} fluid>
            <Button disabledFocusable={task.busy} onClick={() => void save()}>
              {words.remove.saveFirst}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={task.busy}
              onClick={() => void remove()}
            >
              {words.remove.remove}
            </Button>
            <Button disabledFocusable={task.busy} onClick={onClose}>
              {words.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Writes the inputs as they stand in the cells; gives the file's name. */
export async function saveInputs(
  services: PaneServices,
  { id }: InsertedPlan,
): Promise<string> {
  const plan = await services.workbook.readPlan(id);
  const name = planFileName(plan.name);
  await services.saveFile(name, services.template.writePlanFile(plan));
  return name;
}
