/** One input of the plan: a value in its unit, or a link to a cell of the workbook with the value it has now. */
import {
  Button,
  Field,
  InfoLabel,
  Input,
  type LabelProps,
  Link,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { LinkDismissRegular } from "@fluentui/react-icons/svg/link-dismiss";
import { readableLink } from "../addresses";
import type { Seen } from "../draft";
import type { DraftInput } from "../fields";
import type { InputDefinition } from "../../template/model";
import { words } from "../words";

const useStyles = makeStyles({
  // Label left, value right: values stand in one column, as in a sheet.
  field: {
    gridTemplateColumns: "minmax(0, 1fr) 148px",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    "> .fui-Field__validationMessage": {
      gridColumn: "1 / -1",
      textAlign: "right",
    },
    "> .fui-Field__hint": { gridColumn: "1 / -1", textAlign: "right" },
  },
  input: {
    minWidth: 0,
    width: "100%",
    paddingRight: tokens.spacingHorizontalXXS,
  },
  text: {
    textAlign: "right",
    minWidth: 0,
    width: "100%",
    fontVariantNumeric: "tabular-nums",
  },
  example: { fontStyle: "italic", color: tokens.colorNeutralForeground3 },
  unit: { alignSelf: "center", paddingRight: tokens.spacingHorizontalXXS },
  linked: { color: tokens.colorBrandForeground1 },
  link: { overflowWrap: "anywhere" },
});

/** What stands beside the value: "$", "months". */
export interface InputSign {
  before?: string;
  after?: string;
}

export interface InputFieldProps {
  definition: InputDefinition;
  input: DraftInput;
  /** What stands there is the template's example, not the team's number. */
  isExample: boolean;
  /** What the link leads to; undefined until it has been looked up. */
  seen?: Seen | undefined;
  problem?: string | undefined;
  sign: InputSign;
  busy: boolean;
  onType(text: string): void;
  onLeave(): void;
  onUseSelected(): void;
  onUnlink(): void;
  onShowLink(link: string): void;
}

export function InputField(props: InputFieldProps) {
  const styles = useStyles();
  const { definition, input, problem } = props;
  const linked = "link" in input;
  return (
    <Field
      className={styles.field}
      label={{
        children: (_: unknown, label: LabelProps) => (
          <InfoLabel
            {...label}
            info={definition.hint}
            infoButton={{
              "aria-label": words.fields.about(definition.label),
              inline: false,
            }}
          >
            {definition.label}
          </InfoLabel>
        ),
      }}
      validationState={problem === undefined ? "none" : "error"}
      validationMessage={problem}
      hint={
        linked ? (
          <Link
            as="button"
            className={styles.link}
            aria-label={words.fields.showLink(readableLink(input.link))}
            onClick={() => props.onShowLink(input.link)}
          >
            {readableLink(input.link)}
          </Link>
        ) : undefined
      }
    >
      {linked ? (
        <LinkedValue {...props} />
      ) : (
        <TypedValue {...props} text={input.text} />
      )}
    </Field>
  );
}

function LinkedValue({ definition, seen, onUnlink }: InputFieldProps) {
  const styles = useStyles();
  const text =
    seen === undefined || "sentence" in seen
      ? words.fields.noValue
      : seen.text || words.fields.blankCell;
  return (
    <Input
      className={styles.input}
      input={{ className: styles.text }}
      appearance="filled-darker"
      readOnly
      value={text}
      contentBefore={<LinkRegular className={styles.linked} />}
      contentAfter={
        <Tooltip content={words.fields.unlinkShort} relationship="description">
          <Button
            size="small"
            appearance="transparent"
            icon={<LinkDismissRegular />}
            aria-label={words.fields.unlink(definition.label)}
            onClick={onUnlink}
          />
        </Tooltip>
      }
    />
  );
}

function TypedValue({
  definition,
  text,
  isExample,
  sign,
  busy,
  onType,
  onLeave,
  onUseSelected,
}: InputFieldProps & { text: string }) {
  const styles = useStyles();
  if (definition.unit === "choice") {
    return (
      <Select
        value={text}
        onChange={(_, data) => onType(data.value)}
        onBlur={onLeave}
      >
        {text === "" && <option value="">{words.fields.choose}</option>}
        {definition.choices?.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    );
  }
  const numeric = definition.unit !== "text" && definition.unit !== "date";
  return (
    <Input
      className={styles.input}
      input={{
        className: mergeClasses(styles.text, isExample && styles.example),
      }}
      type={definition.unit === "date" ? "date" : "text"}
      {...(numeric && { inputMode: "decimal" as const })}
      {...(isExample && { "aria-description": words.fields.example })}
      autoComplete="off"
      value={text}
      onChange={(_, data) => onType(data.value)}
      onBlur={onLeave}
      contentBefore={sign.before}
      contentAfter={
        <>
          {sign.after !== undefined && (
            <span className={styles.unit}>{sign.after}</span>
          )}
          <Tooltip
            content={words.fields.useSelectedShort}
            relationship="description"
          >
            <Button
              size="small"
              appearance="transparent"
              icon={<LinkRegular />}
              aria-label={words.fields.useSelected(definition.label)}
              disabledFocusable={busy}
              onClick={onUseSelected}
            />
          </Tooltip>
        </>
      }
    />
  );
}
