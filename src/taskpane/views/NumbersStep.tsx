/** Step 2: the key inputs, for the whole plan and for each segment; typed or linked to cells of the workbook. */
import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { useRef } from "react";
import type { InputDefinition, Plan } from "../../template/model";
import { isExample, shownInput, type Change } from "../draft";
import { fieldText, tidied, type DraftInput } from "../fields";
import type { DraftForm } from "../hooks/useDraft";
import { useTask } from "../hooks/useTask";
import { currencySign } from "../numbers";
import { FailureBar, Sentences } from "../parts/FailureBar";
import { InputField, type InputSign } from "../parts/InputField";
import { Page } from "../parts/Page";
import { planFields } from "../problems";
import type { PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  title: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalXXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  groups: { display: "contents" },
  how: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
  },
});

export interface NumbersStepProps {
  services: PaneServices;
  form: DraftForm;
  onBack(): void;
  onNext(): void;
}

export function NumbersStep({
  services,
  form,
  onBack,
  onNext,
}: NumbersStepProps) {
  const styles = useStyles();
  const { draft, compiled, fields, problems, change } = form;
  const task = useTask(services);
  const root = useRef<HTMLDivElement>(null);
  const { plan } = compiled;
  const groups = [
    {
      id: "",
      title: words.numbers.whole,
      inputs: fields.filter(({ segment }) => segment === undefined),
    },
    ...plan.segments.map(({ id, name }) => ({
      id,
      title: name,
      inputs: fields.filter(({ segment }) => segment === id),
    })),
  ].filter(({ inputs }) => inputs.length > 0);
  const visited = fields.every(({ id }) => draft.visited[id]);
  const marked = fields.filter(
    ({ id }) => problems.byField[id] !== undefined,
  ).length;

  const next = () => {
    change({ do: "visit", fields: fields.map(({ id }) => id) });
    if (problems.none) {
      onNext();
      return;
    }
    const first = fields.findIndex(
      ({ id }) => problems.byField[id] !== undefined,
    );
    root.current
      ?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select")
      [first]?.focus();
  };
  const linkSelected = (definition: InputDefinition) =>
    task.run(async () => {
      const { link, value, text } = await services.workbook.selectedCell();
      change({ do: "link", id: definition.id, link, seen: { value, text } });
    });

  /** A field left untouched stays the template's: only what was typed is tidied. */
  const left = (definition: InputDefinition, input: DraftInput): Change =>
    draft.inputs[definition.id] === undefined
      ? { do: "visit", fields: [definition.id] }
      : {
          do: "settle",
          id: definition.id,
          input: tidied(input, definition, services.locale),
        };
  /** The value stays when the link goes. */
  const unlinked = (
    input: DraftInput,
    { unit }: InputDefinition,
  ): DraftInput => {
    const seen = "link" in input ? draft.seen[input.link] : undefined;
    const value = seen && "value" in seen ? seen.value : "";
    return typeof value === "number"
      ? { text: fieldText(value, unit, services.locale), exact: value }
      : { text: String(value) };
  };

  return (
    <Page
      title={words.numbers.title}
      step={words.plan.step(2, 3)}
      onBack={onBack}
      focusTitle
      actions={
        <Button appearance="primary" onClick={next}>
          {words.numbers.next}
        </Button>
      }
    >
      <div className={styles.how}>
        <Body1>{words.numbers.how}</Body1>
        <Caption1 className={styles.quiet}>{words.numbers.examples}</Caption1>
      </div>
      <div ref={root} className={styles.groups}>
        {groups.map((group) => (
          <div
            key={group.id}
            role="group"
            aria-label={group.title}
            className={styles.group}
          >
            <Subtitle2 as="h2" className={styles.title}>
              {group.title}
            </Subtitle2>
            {group.inputs.map((definition) => {
              const input = shownInput(draft, definition, services.locale);
              return (
                <InputField
                  key={definition.id}
                  definition={definition}
                  input={input}
                  isExample={isExample(draft, definition)}
                  seen={"link" in input ? draft.seen[input.link] : undefined}
                  problem={
                    draft.visited[definition.id]
                      ? problems.byField[definition.id]
                      : undefined
                  }
                  sign={signOf(definition, plan, services.locale)}
                  busy={task.busy}
                  onType={(text) =>
                    change({ do: "type", id: definition.id, text })
                  }
                  onLeave={() => change(left(definition, input))}
                  onUseSelected={() => void linkSelected(definition)}
                  onUnlink={() =>
                    change({
                      do: "settle",
                      id: definition.id,
                      input: unlinked(input, definition),
                    })
                  }
                  onShowLink={(link) =>
                    void task.run(() => services.workbook.select(link))
                  }
                />
              );
            })}
          </div>
        ))}
      </div>
      {task.failure && (
        <FailureBar
          failure={task.failure}
          onCopy={services.copyText}
          onDismiss={task.dismiss}
        />
      )}
      {form.failure && (
        <FailureBar failure={form.failure} onCopy={services.copyText} />
      )}
      {visited && marked > 0 && (
        <Sentences intent="error" sentences={[words.numbers.toMend(marked)]} />
      )}
      {visited && (
        <Sentences
          intent="error"
          sentences={[
            ...planFields.flatMap((field) => problems.byField[field] ?? []),
            ...problems.general,
          ]}
        />
      )}
    </Page>
  );
}

function signOf(
  { unit }: InputDefinition,
  { currency, periods }: Plan,
  locale: string,
): InputSign {
  if (unit === "money") return { before: currencySign(currency, locale) };
  if (unit === "periods") return { after: words.fields.units[periods] };
  if (unit === "months") return { after: words.fields.units.months };
  return {};
}
