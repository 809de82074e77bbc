/** A failure in its own words, with details to copy where support could use them. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef, useState } from "react";
import type { Failure } from "../failure";
import { words } from "../words";

export interface FailureBarProps {
  failure: Failure;
  onCopy(text: string): Promise<void>;
  onDismiss?: () => void;
  onRetry?: () => void;
}

export function FailureBar({
  failure,
  onCopy,
  onDismiss,
  onRetry,
}: FailureBarProps) {
  const [copied, setCopied] = useState<string>();
  const bar = useRef<HTMLDivElement>(null);
  // In a long form the bar stands below what the reader sees.
  useEffect(() => {
    bar.current?.scrollIntoView?.({ block: "nearest" });
  }, [failure]);
  const { details } = failure;
  const copy = (text: string) =>
    onCopy(text).then(
      () => setCopied(words.failure.copied),
      () => setCopied(words.failure.notCopied),
    );
  return (
    <MessageBar
      ref={bar}
      intent={failure.calm ? "info" : "error"}
      layout="multiline"
      role="alert"
    >
      <MessageBarBody>{failure.sentence}</MessageBarBody>
      {(details !== undefined || onDismiss || onRetry) && (
        <MessageBarActions
          {...(onDismiss && {
            containerAction: (
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={words.dismiss}
                onClick={onDismiss}
              />
            ),
          })}
        >
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {words.failure.retry}
            </Button>
          )}
          {details !== undefined && (
            <Button size="small" onClick={() => void copy(details)}>
              {copied ?? words.failure.copy}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

export interface SentencesProps {
  intent: MessageBarIntent;
  sentences: string[];
}

/** Several sentences, each in a bar of its own. */
export function Sentences({ intent, sentences }: SentencesProps) {
  return (
    <>
      {sentences.map((sentence) => (
        <MessageBar
          key={sentence}
          intent={intent}
          layout="multiline"
          role={intent === "error" ? "alert" : "status"}
        >
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
}
