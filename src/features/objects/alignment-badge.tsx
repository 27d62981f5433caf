import type { ReactNode } from 'react';
import type { AlignmentMethod } from '../../domain/project';
import { ALIGNMENT_SENTENCES, ALIGNMENT_WORDS } from '../../domain/wording';
import { formatDistance } from '../../ui/format';
import styles from './objects-panel.module.css';

/** How well the line is known, in a word; the sentence and the accuracy are its tooltip. */
export function AlignmentBadge({
  method,
  accuracyMetres,
}: {
  readonly method: AlignmentMethod;
  readonly accuracyMetres: number | null;
}): ReactNode {
  const accuracy =
    accuracyMetres === null ? '' : `真实位置在所绘位置 ${formatDistance(accuracyMetres)} 以内。`;
  return (
    <span
      className={styles.badge}
      data-method={method}
      title={`${ALIGNMENT_SENTENCES[method]}${accuracy}`}
    >
      {method === 'schematic' && <span aria-hidden>≈ </span>}
      {ALIGNMENT_WORDS[method]}
    </span>
  );
}
