/** Where the pane opens: the workbook's plans, or the one thing to do when there is none. */
import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import type { Failure } from "../failure";
import type { Plans } from "../hooks/usePlans";
import { FailureBar } from "../parts/FailureBar";
import { Page } from "../parts/Page";
import type { PaneServices } from "../services";
import { words } from "../words";
import { PlanCard } from "./PlanCard";

const useStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalXL,
  },
  // Always there, so that what appears in it is announced; empty, it takes no room.
  notice: { ":empty": { position: "absolute" } },
  icon: { color: tokens.colorBrandForeground1 },
  version: {
    color: tokens.colorNeutralForeground3,
    paddingLeft: tokens.spacingHorizontalS,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  more: {
    marginTop: "auto",
    alignItems: "center",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
  },
});

export interface HomeProps {
  services: PaneServices;
  plans: Plans;
  focusTitle: boolean;
  /** A sentence about what just happened. */
  notice?: string | undefined;
  failure?: Failure | undefined;
  onDismiss(): void;
  onPlan(): void;
  onUseSaved(): void;
  onFunctions(): void;
  onRemoved(name: string): void;
}

export function Home({ services, plans, notice, failure, ...on }: HomeProps) {
  const styles = useStyles();
  const { list } = plans;
  const some = list !== undefined && list.length > 0;
  const failed = failure ?? plans.failure;
  return (
    <Page title={words.home.title} focusTitle={on.focusTitle}>
      <div role="status" className={styles.notice}>
        {notice !== undefined && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{notice}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {failed && (
        <FailureBar
          failure={failed}
          onCopy={services.copyText}
          {...(failure
            ? { onDismiss: on.onDismiss }
            : { onRetry: () => void plans.reload() })}
        />
      )}
      {list === undefined && <Spinner label={words.loading} />}
      {list?.map((plan) => (
        <PlanCard
          key={plan.id}
          services={services}
          plan={plan}
          onRemoved={() => on.onRemoved(plan.name)}
        />
      ))}
      {list?.length === 0 && (
        <div className={styles.empty}>
          <FilterRegular className={styles.icon} fontSize={40} aria-hidden />
          <Body1>{words.home.sentence}</Body1>
          <div className={styles.actions}>
            <Button appearance="primary" size="large" onClick={on.onPlan}>
              {words.home.plan}
            </Button>
          </div>
        </div>
      )}
      <div className={styles.more}>
        {some && (
          <Button appearance="subtle" size="small" onClick={on.onPlan}>
            {words.home.planAnother}
          </Button>
        )}
        <Button appearance="subtle" size="small" onClick={on.onUseSaved}>
          {words.home.useSaved}
        </Button>
        <Button appearance="subtle" size="small" onClick={on.onFunctions}>
          {words.home.functions}
        </Button>
        <Caption1 className={styles.version}>
          {words.home.version(services.version)}
        </Caption1>
      </div>
    </Page>
  );
}
