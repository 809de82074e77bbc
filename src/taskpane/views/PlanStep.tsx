/** Step 1: what the plan is called, when it runs, in which currency, for which segments. */
import {
  Button,
  Field,
  InfoLabel,
  Input,
  type LabelProps,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import type { PeriodKind } from "../../template/model";
import { commonCurrencies, currencyName, otherCurrencies } from "../currencies";
import type { DraftForm } from "../hooks/useDraft";
import { Sentences } from "../parts/FailureBar";
import { Page } from "../parts/Page";
import { SegmentEditor } from "../parts/SegmentEditor";
import { SheetChoice } from "../parts/SheetChoice";
import { planFields } from "../problems";
import type { PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  // The longest currency name must not widen the pane.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  narrow: { minWidth: 0, width: "100%" },
});

export interface PlanStepProps {
  services: PaneServices;
  form: DraftForm;
  /** The saved inputs that the form was filled from. */
  takenFrom?: string | undefined;
  onBack(): void;
  onNext(): void;
}

const info = (label: string, text: string) => ({
  children: (_: unknown, props: LabelProps) => (
    <InfoLabel
      {...props}
      info={text}
      infoButton={{ "aria-label": words.fields.about(label) }}
    >
      {label}
    </InfoLabel>
  ),
});

export function PlanStep({
  services,
  form,
  takenFrom,
  onBack,
  onNext,
}: PlanStepProps) {
  const styles = useStyles();
  const { draft, change, problems } = form;
  const { template, locale } = services;
  const others = useMemo(otherCurrencies, []);
  const shown: Record<string, string> = {};
  for (const field of [...planFields, ...draft.segments.map(({ id }) => id)]) {
    const sentence = problems.byField[field];
    if (sentence !== undefined && draft.visited[field]) shown[field] = sentence;
  }
  const frameShown = Object.keys(draft.visited).length > 0;
  const message = (field: string) =>
    shown[field] === undefined
      ? {}
      : { validationState: "error" as const, validationMessage: shown[field] };
  const visit = (field: string) => () =>
    change({ do: "visit", fields: [field] });
  const next = () => {
    change({
      do: "visit",
      fields: [...planFields, ...draft.segments.map(({ id }) => id)],
    });
    if (problems.frameSound) onNext();
  };
  const currencies = [...new Set([...commonCurrencies, draft.currency])];
  return (
    <Page
      title={words.plan.title}
      step={words.plan.step(1, 3)}
      onBack={onBack}
      focusTitle
      actions={
        <Button appearance="primary" onClick={next}>
          {words.plan.next}
        </Button>
      }
    >
      {takenFrom !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.plan.taken(takenFrom)}</MessageBarBody>
        </MessageBar>
      )}
      <Field
        label={info(words.plan.name, words.plan.nameInfo)}
        {...message("name")}
      >
        <Input
          autoComplete="off"
          value={draft.name}
          onChange={(_, { value }) => change({ do: "name", name: value })}
          onBlur={visit("name")}
        />
      </Field>
      <div className={styles.pair}>
        <Field
          label={info(words.plan.fiscalStart, words.plan.fiscalStartInfo)}
          {...message("fiscalStart")}
        >
          <Input
            className={styles.narrow}
            type="date"
            value={draft.fiscalStart}
            onChange={(_, { value }) =>
              change({ do: "fiscalStart", day: value })
            }
            onBlur={visit("fiscalStart")}
          />
        </Field>
        <Field
          label={info(words.plan.asOf, words.plan.asOfInfo)}
          {...message("asOf")}
        >
          <Input
            className={styles.narrow}
            type="date"
            value={draft.asOf}
            onChange={(_, { value }) => change({ do: "asOf", day: value })}
            onBlur={visit("asOf")}
          />
        </Field>
      </div>
      <Field
        className={styles.field}
        label={words.plan.currency}
        {...message("currency")}
      >
        <Select
          className={styles.narrow}
          select={{ className: styles.narrow }}
          value={draft.currency}
          onChange={(_, { value }) =>
            change({ do: "currency", currency: value })
          }
        >
          <optgroup label={words.plan.commonCurrencies}>
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencyName(code, locale)}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.plan.allCurrencies}>
            {others
              .filter((code) => code !== draft.currency)
              .map((code) => (
                <option key={code} value={code}>
                  {currencyName(code, locale)}
                </option>
              ))}
          </optgroup>
        </Select>
      </Field>
      <div className={styles.pair}>
        <Field label={words.plan.periods} {...message("periodCount")}>
          <RadioGroup
            value={draft.periods}
            onChange={(_, { value }) =>
              change({ do: "periods", periods: value as PeriodKind })
            }
          >
            <Radio value="months" label={words.plan.months} />
            <Radio value="quarters" label={words.plan.quarters} />
          </RadioGroup>
        </Field>
        {draft.periods === "quarters" && (
          <Field label={words.plan.quarterCount}>
            <Select
              className={styles.narrow}
              select={{ className: styles.narrow }}
              value={String(draft.quarters)}
              onChange={(_, { value }) =>
                change({ do: "quarters", quarters: Number(value) })
              }
            >
              {[4, 5, 6, 7, 8].map((count) => (
                <option key={count}>{count}</option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <SegmentEditor
        segments={draft.segments}
        problems={shown}
        change={change}
      />
      <SheetChoice
        template={template}
        sheets={draft.base.sheets}
        onChange={(sheets) => change({ do: "sheets", sheets })}
      />
      {frameShown && <Sentences intent="error" sentences={problems.frame} />}
    </Page>
  );
}
