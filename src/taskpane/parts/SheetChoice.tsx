/** Which sheets a plan gets: a preset, or any choice; what the chosen ones read comes with them. */
import {
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { SheetId } from "../../template/model";
import type { PaneTemplate } from "../services";
import { words } from "../words";

const OWN = "own";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    paddingLeft: tokens.spacingHorizontalL,
  },
});

export interface SheetChoiceProps {
  template: PaneTemplate;
  sheets: readonly SheetId[];
  onChange(sheets: SheetId[]): void;
}

export function SheetChoice({ template, sheets, onChange }: SheetChoiceProps) {
  const styles = useStyles();
  const preset = template.presets.find(
    (each) => each.sheets.join() === sheets.join(),
  );
  const [isOwn, setOwn] = useState(preset === undefined);
  const toggle = (id: SheetId, isChosen: boolean) =>
    onChange(
      template.withNeeded(
        isChosen ? [...sheets, id] : sheets.filter((each) => each !== id),
      ),
    );
  return (
    <>
      <Field label={words.plan.preset}>
        <RadioGroup
          value={isOwn ? OWN : (preset?.id ?? OWN)}
          onChange={(_, { value }) => {
            setOwn(value === OWN);
            const chosen = template.presets.find(({ id }) => id === value);
            if (chosen) onChange([...chosen.sheets]);
          }}
        >
          {template.presets.map((each) => (
            <Radio
              key={each.id}
              value={each.id}
              label={`${each.label} (${words.preview.sheets(each.sheets.length)})`}
            />
          ))}
          <Radio value={OWN} label={words.plan.ownSheets} />
        </RadioGroup>
      </Field>
      {isOwn && (
        <div
          className={styles.list}
          role="group"
          aria-label={words.plan.ownSheets}
        >
          {template.sheets.map(({ id, label, purpose, core }) => (
            <Checkbox
              key={id}
              label={label}
              title={purpose}
              checked={sheets.includes(id)}
              disabled={core === true}
              onChange={(_, { checked }) => toggle(id, checked === true)}
            />
          ))}
        </div>
      )}
    </>
  );
}
