/** The frame of every view: title, body, and the actions that stay in sight at the bottom. */
import {
  Button,
  Caption1,
  makeStyles,
  typographyStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef, type ReactNode } from "react";
import { words } from "../words";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    boxSizing: "border-box",
  },
  // Office covers the top right corner with its own menu (34 x 32 px): nothing may stand there.
  head: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} 48px ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  titles: { display: "flex", flexDirection: "column", minWidth: 0 },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    outlineStyle: "none",
    overflowWrap: "anywhere",
  },
  back: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  step: { color: tokens.colorNeutralForeground3 },
  body: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    minWidth: 0,
  },
  foot: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface PageProps {
  title: string;
  /** "Step 1 of 3" */
  step?: string;
  onBack?: (() => void) | undefined;
  /** Move the focus to the title, so that a screen reader starts at the new view. Not on first load: the workbook keeps it. */
  focusTitle: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({
  title,
  step,
  onBack,
  focusTitle,
  actions,
  children,
}: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focusTitle) return;
    heading.current?.focus();
    heading.current?.ownerDocument.defaultView?.scrollTo?.(0, 0);
  }, [focusTitle, title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {onBack && (
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={words.back}
            onClick={onBack}
          />
        )}
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {step !== undefined && (
            <Caption1 className={styles.step}>{step}</Caption1>
          )}
        </div>
      </header>
      <main className={styles.body}>{children}</main>
      {actions !== undefined && (
        <footer className={styles.foot}>{actions}</footer>
      )}
    </div>
  );
}
