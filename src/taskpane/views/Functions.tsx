/** The custom functions, searchable, each with its arguments and the way to its page. */
import {
  Body1,
  Body1Strong,
  Caption1,
  Field,
  Link,
  makeStyles,
  SearchBox,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTask } from "../hooks/useTask";
import { FailureBar } from "../parts/FailureBar";
import { Page } from "../parts/Page";
import type { FunctionEntry, PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  search: { maxWidth: "none", width: "100%" },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  entry: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  help: { alignSelf: "flex-start" },
});

export interface FunctionsProps {
  services: PaneServices;
  onBack(): void;
}

export function Functions({ services, onBack }: FunctionsProps) {
  const styles = useStyles();
  const [entries, setEntries] = useState<FunctionEntry[]>();
  const [wanted, setWanted] = useState("");
  const { busy, failure, run } = useTask(services);
  useEffect(
    () => void run(async () => setEntries(await services.functions())),
    [run, services],
  );

  const found = entries?.filter((entry) => matches(entry, wanted));
  return (
    <Page title={words.functions.title} onBack={onBack} focusTitle>
      <Body1>{words.functions.use}</Body1>
      <Field label={words.functions.search}>
        <SearchBox
          className={styles.search}
          value={wanted}
          onChange={(_, { value }) => setWanted(value)}
        />
      </Field>
      {busy && <Spinner size="tiny" label={words.functions.loading} />}
      {failure && <FailureBar failure={failure} onCopy={services.copyText} />}
      {found?.length === 0 && (
        <Body1 role="status">{words.functions.none(wanted)}</Body1>
      )}
      <ul className={styles.list}>
        {found?.map((entry) => (
          <li key={entry.name} className={styles.entry}>
            <Body1Strong>{entry.name}</Body1Strong>
            <Caption1 className={styles.quiet}>{signatureOf(entry)}</Caption1>
            <Body1>{entry.description}</Body1>
            {entry.helpUrl !== undefined && (
              <Link
                as="button"
                className={styles.help}
                aria-label={words.functions.help(entry.name)}
                onClick={() => services.openPage(entry.helpUrl!)}
              >
                {words.functions.more}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function matches(
  { name, description }: FunctionEntry,
  wanted: string,
): boolean {
  const text =
    `${name} ${name.replace(/[._]/gu, " ")} ${description}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** "(bookings, deal_size, [rate])" */
function signatureOf({ parameters }: FunctionEntry): string {
  return `(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;
}
