/** Step 3: what will be added and what the plan asks for, before anything is written; then the insertion itself. */
import {
  Body1,
  Button,
  Caption1,
  Field,
  makeStyles,
  ProgressBar,
  Spinner,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Headline } from "../../template/model";
import type { InsertedPlan, Survey } from "../../workbook/port";
import type { DraftForm } from "../hooks/useDraft";
import { useInsertion } from "../hooks/useInsertion";
import { useTask } from "../hooks/useTask";
import { formatCount, formatMoney } from "../numbers";
import { FailureBar, Sentences } from "../parts/FailureBar";
import { Headlines } from "../parts/Headlines";
import { Page } from "../parts/Page";
import type { PaneServices } from "../services";
import { words } from "../words";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  sheet: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "28px",
    overflowWrap: "anywhere",
    "> svg": { flexShrink: 0, color: tokens.colorBrandForeground1 },
  },
  names: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: "200px",
    overflowY: "auto",
    listStyleType: "none",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  toggle: {
    alignSelf: "flex-start",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  progress: { flexBasis: "100%", overflowWrap: "anywhere" },
});

export interface PreviewStepProps {
  services: PaneServices;
  form: DraftForm;
  onBack(): void;
  onInserted(plan: InsertedPlan): void;
}

export function PreviewStep({
  services,
  form,
  onBack,
  onInserted,
}: PreviewStepProps) {
  const styles = useStyles();
  const { plan, linked } = form.compiled;
  const [survey, setSurvey] = useState<Survey>();
  const checking = useTask(services);
  const insertion = useInsertion(services);
  const { run } = checking;

  const check = useCallback(
    () =>
      run(async () =>
        setSurvey(
          await services.workbook.survey(
            services.template.layout(plan, { linked }),
          ),
        ),
      ),
    [run, services, plan, linked],
  );
  // The insertion changes the workbook: a check meanwhile would call the plan's own new sheets a conflict.
  const inserting = useRef(false);
  useEffect(() => {
    if (!inserting.current) void check();
  }, [check]);

  const insert = async () => {
    inserting.current = true;
    const inserted = await insertion.insert(plan, linked);
    if (inserted) return onInserted(inserted);
    inserting.current = false;
    await check();
  };
  const refused =
    checking.failure !== undefined || (survey?.faults.length ?? 0) > 0;
  // Numbers that hang on a cell nobody could read yet are not shown, and not inserted.
  const read = Object.entries(plan.inputs).every(
    ([id, input]) => !("link" in input) || id in linked,
  );
  const sound = form.problems.none && read;

  return (
    <Page
      title={words.preview.title}
      step={words.plan.step(3, 3)}
      onBack={insertion.running ? undefined : onBack}
      focusTitle
      actions={
        insertion.running ? (
          <>
            <Field
              className={styles.progress}
              validationState="none"
              validationMessage={
                <span role="status">
                  {insertion.cancelling
                    ? words.preview.cancelling
                    : (insertion.progress?.label ?? words.preview.starting)}
                </span>
              }
            >
              <ProgressBar
                aria-label={words.preview.inserting}
                {...(insertion.progress &&
                  !insertion.cancelling && {
                    value: insertion.progress.done,
                    max: insertion.progress.total,
                  })}
              />
            </Field>
            <Button disabled={insertion.cancelling} onClick={insertion.cancel}>
              {words.cancel}
            </Button>
          </>
        ) : refused ? (
          <Button
            appearance="primary"
            disabledFocusable={checking.busy}
            onClick={() => void check()}
          >
            {words.preview.checkAgain}
          </Button>
        ) : (
          <Button
            appearance="primary"
            disabledFocusable={checking.busy || survey === undefined || !sound}
            onClick={() => void insert()}
          >
            {words.preview.insert}
          </Button>
        )
      }
    >
      {insertion.failure && (
        <FailureBar
          failure={insertion.failure}
          onCopy={services.copyText}
          onDismiss={insertion.dismiss}
        />
      )}
      {checking.failure && (
        <FailureBar failure={checking.failure} onCopy={services.copyText} />
      )}
      {!read &&
        (form.failure ? (
          <FailureBar failure={form.failure} onCopy={services.copyText} />
        ) : (
          <Spinner size="tiny" label={words.preview.following} />
        ))}
      {survey && (
        <Sentences
          intent="error"
          sentences={survey.faults.map(({ sentence }) => sentence)}
        />
      )}
      {/* A linked cell may have changed since the numbers were passed. */}
      {!form.problems.none && (
        <Sentences
          intent="error"
          sentences={[
            ...Object.values(form.problems.byField),
            ...form.problems.general,
          ]}
        />
      )}
      {sound && (
        <section
          className={styles.section}
          aria-label={words.preview.headlines}
        >
          <Subtitle2 as="h2" className={styles.title}>
            {words.preview.headlines}
          </Subtitle2>
          {services.template.headlines(plan, linked).map((headline) => (
            <Headlines
              key={headline.segment}
              title={
                plan.segments.find(({ id }) => id === headline.segment)?.name ??
                headline.segment
              }
              numbers={numbersOf(headline, plan.currency, services.locale)}
            />
          ))}
        </section>
      )}
      {survey === undefined ? (
        checking.busy && <Spinner size="tiny" label={words.preview.checking} />
      ) : (
        <Additions survey={survey} />
      )}
      <Caption1 className={styles.quiet}>{words.preview.undo}</Caption1>
    </Page>
  );
}

function Additions({ survey }: { survey: Survey }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label={words.preview.makes}>
      <Subtitle2 as="h2" className={styles.title}>
        {words.preview.makes}
      </Subtitle2>
      <ul
        className={styles.list}
        aria-label={words.preview.sheets(survey.sheets.length)}
      >
        {survey.sheets.map((sheet) => (
          <li key={sheet} className={styles.sheet}>
            <TableRegular fontSize={20} aria-hidden />
            <Body1>{sheet}</Body1>
          </li>
        ))}
      </ul>
      <Button
        className={styles.toggle}
        appearance="subtle"
        size="small"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open
          ? words.preview.hideNames
          : words.preview.showNames(survey.names.length)}
      </Button>
      {open && (
        // Scrolls by keyboard, too.
        <ul
          className={styles.names}
          tabIndex={0}
          aria-label={words.preview.names(survey.names.length)}
        >
          {survey.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function numbersOf(headline: Headline, currency: string, locale: string) {
  const { bookings, ...counts } = headline;
  return [
    {
      id: "bookings",
      label: words.headline.bookings,
      text: formatMoney(bookings, currency, locale),
    },
    ...(["deals", "sqls", "mqls", "inquiries"] as const).map((id) => ({
      id,
      label: words.headline[id],
      text: formatCount(counts[id], locale),
    })),
  ];
}
