/** The plan's segments: name and motion of each, one to six of them. */
import {
  Button,
  Field,
  InfoLabel,
  Input,
  makeStyles,
  Select,
  tokens,
  useId,
} from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useEffect, useRef } from "react";
import type { Motion, Segment } from "../../template/model";
import { maxSegments, type Change } from "../draft";
import { words } from "../words";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  segment: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  motion: { gridColumn: "1 / -1" },
  add: { alignSelf: "flex-start" },
  narrow: { minWidth: 0, width: "100%" },
});

export interface SegmentEditorProps {
  segments: Segment[];
  problems: Record<string, string>;
  change(change: Change): void;
}

const motions = Object.keys(words.plan.motions) as Motion[];

export function SegmentEditor({
  segments,
  problems,
  change,
}: SegmentEditorProps) {
  const styles = useStyles();
  const labelId = useId("segments");
  const root = useRef<HTMLDivElement>(null);
  // After adding, the focus goes to the new name; after removing, to the last one: it never falls to the page.
  const count = useRef(segments.length);
  useEffect(() => {
    if (count.current === segments.length) return;
    count.current = segments.length;
    const names = root.current?.querySelectorAll<HTMLInputElement>("input");
    const last = names?.[names.length - 1];
    last?.focus();
    last?.select();
  }, [segments.length]);

  return (
    <Field
      validationState={problems["segments"] === undefined ? "none" : "error"}
      validationMessage={problems["segments"]}
    >
      <div
        ref={root}
        role="group"
        aria-labelledby={labelId}
        className={styles.root}
      >
        <InfoLabel id={labelId} info={words.plan.segmentsInfo}>
          {words.plan.segments}
        </InfoLabel>
        {segments.map((segment, index) => {
          const shown = segment.name.trim() || words.plan.segment(index + 1);
          const problem = problems[segment.id];
          return (
            <div
              key={segment.id}
              role="group"
              aria-label={words.plan.segment(index + 1)}
              className={styles.segment}
            >
              <Field
                validationState={problem === undefined ? "none" : "error"}
                validationMessage={problem}
              >
                <Input
                  className={styles.narrow}
                  aria-label={words.plan.segmentName(index + 1)}
                  autoComplete="off"
                  maxLength={80}
                  value={segment.name}
                  onChange={(_, { value }) =>
                    change({ do: "renameSegment", id: segment.id, name: value })
                  }
                  onBlur={() =>
                    change({ do: "visit", fields: [segment.id, "segments"] })
                  }
                />
              </Field>
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={words.plan.removeSegment(shown)}
                disabled={segments.length === 1}
                onClick={() => change({ do: "removeSegment", id: segment.id })}
              />
              <Select
                className={styles.motion}
                select={{ className: styles.narrow }}
                aria-label={words.plan.motion(shown)}
                value={segment.motion}
                onChange={(_, { value }) =>
                  change({
                    do: "motion",
                    id: segment.id,
                    motion: value as Motion,
                  })
                }
              >
                {motions.map((motion) => (
                  <option key={motion} value={motion}>
                    {words.plan.motions[motion]}
                  </option>
                ))}
              </Select>
            </div>
          );
        })}
        <Button
          className={styles.add}
          appearance="subtle"
          icon={<AddRegular />}
          disabled={segments.length >= maxSegments}
          onClick={() => change({ do: "addSegment", name: newName(segments) })}
        >
          {words.plan.addSegment}
        </Button>
      </div>
    </Field>
  );
}

function newName(segments: Segment[]): string {
  const names = new Set(segments.map(({ name }) => name));
  let number = segments.length + 1;
  while (names.has(words.plan.newSegment(number))) number += 1;
  return words.plan.newSegment(number);
}
