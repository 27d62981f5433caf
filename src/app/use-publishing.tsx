import { type ReactNode, useMemo } from 'react';
import { PublishSection } from '../features/publish/publish-section';
import { type PublishFacts, canPublish } from '../report/publish-checklist';
import { type PublishRule, publishRule } from '../report/publish-rule';
import { usePublishChoice } from './publish-store';

interface Publishing {
  /** Null for an internal file. */
  readonly rule: PublishRule | null;
  readonly isMissing: boolean;
  readonly section: ReactNode;
}

/** What a dialog that makes files shows and asks before they leave the office. */
export function usePublishing(facts: PublishFacts, isBusy: boolean): Publishing {
  const choice = usePublishChoice();
  // The same object for the same choice: what is made by it is kept.
  const rule = useMemo(() => publishRule(choice), [choice]);
  return {
    rule,
    isMissing: !canPublish(choice, facts),
    section: (
      <PublishSection
        choice={choice}
        facts={facts}
        disabled={isBusy}
        onChoice={(next) => usePublishChoice.setState(next)}
      />
    ),
  };
}
