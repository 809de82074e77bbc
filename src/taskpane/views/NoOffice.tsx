/** Instead of the pane where there is no workbook to work in: what happened and what to do. */
import {
  Body1,
  Spinner,
  FluentProvider,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Page } from "../parts/Page";
import type { Appearance } from "../services";
import { themeFrom } from "../theme";
import { words } from "../words";

const useStyles = makeStyles({
  spinner: { paddingTop: "30vh" },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    "> li": { marginBottom: tokens.spacingVerticalS },
  },
});

export interface NoOfficeProps {
  reason: "starting" | "silent" | "elsewhere";
  appearance: Appearance;
}

export function NoOffice({ reason, appearance }: NoOfficeProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themeFrom(appearance)}>
      {reason === "starting" ? (
        <Spinner className={styles.spinner} label={words.start.starting} />
      ) : reason === "elsewhere" ? (
        <Page title={words.start.notExcel} focusTitle={false}>
          <Body1>{words.start.notExcelWhat}</Body1>
        </Page>
      ) : (
        <Page title={words.start.noOffice} focusTitle={false}>
          <Body1>{words.start.noOfficeWhat}</Body1>
          <ol className={styles.list}>
            {words.start.noOfficeSteps.map((step) => (
              <li key={step}>
                <Body1>{step}</Body1>
              </li>
            ))}
          </ol>
        </Page>
      )}
    </FluentProvider>
  );
}
