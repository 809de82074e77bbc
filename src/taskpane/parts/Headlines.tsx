/** The headline numbers of one segment. In the workbook's own plans each number selects its cell. */
import {
  Button,
  Caption1,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";

export interface HeadlineNumber {
  id: string;
  label: string;
  text: string;
  onSelect?: (() => void) | undefined;
  /** What the button is called: label, value and what pressing it does. */
  selectLabel?: string | undefined;
}

export interface HeadlinesProps {
  title: string;
  subtitle?: string | undefined;
  numbers: HeadlineNumber[];
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0 },
  row: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "28px",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottomStyle: "none" },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    textAlign: "right",
  },
  number: { fontWeight: tokens.fontWeightSemibold },
  cell: {
    fontSize: tokens.fontSizeBase300,
    minWidth: 0,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`,
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function Headlines({ title, subtitle, numbers }: HeadlinesProps) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={title}>
      <div>
        <Subtitle2 as="h3" block className={styles.title}>
          {title}
        </Subtitle2>
        {subtitle !== undefined && (
          <Caption1 className={styles.quiet}>{subtitle}</Caption1>
        )}
      </div>
      <dl className={styles.list}>
        {numbers.map(({ id, label, text, onSelect, selectLabel }) => (
          <div key={id} className={styles.row}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              {onSelect ? (
                <Button
                  className={styles.cell}
                  appearance="subtle"
                  size="small"
                  aria-label={selectLabel}
                  onClick={onSelect}
                >
                  {text}
                </Button>
              ) : (
                <Text className={styles.number}>{text}</Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
