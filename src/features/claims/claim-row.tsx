import type { ReactNode } from 'react';
import type { ClaimCheck } from '../../analysis/claim-check';
import type { RegionPack } from '../../domain/region-pack';
import { claimMeasureWord } from '../../domain/wording';
import {
  computedText,
  inverseText,
  rangeText,
  statedText,
  strengthText,
} from '../../report/claim-words';
import { formatDistance } from '../../ui/format';
import type { ClaimJump } from './claims-dialog-props';
import { inverseJump, objectsJump } from './claims-view';
import { VerdictMark } from './word-mark';
import styles from './claims.module.css';

export interface ClaimRowProps {
  readonly pack: RegionPack;
  readonly check: ClaimCheck;
  readonly maxDistanceMetres: number;
  readonly onJump: (jump: ClaimJump) => void;
}

function Inverse({ pack, check, maxDistanceMetres, onJump }: ClaimRowProps): ReactNode {
  const text = inverseText(pack, check);
  if (check.inverse.kind === 'none') {
    return (
      <>
        — <span className={styles.small}>{check.inverse.reason}</span>
      </>
    );
  }
  const jump = inverseJump(check, maxDistanceMetres);
  if (jump === null) {
    return (
      <>
        {text} <span className={styles.small}>超过可设的 {formatDistance(maxDistanceMetres)}</span>
      </>
    );
  }
  return (
    <button
      type="button"
      className={styles.link}
      title="按这个值在图上看"
      onClick={(event) => {
        event.stopPropagation();
        onJump(jump);
      }}
    >
      {text}
    </button>
  );
}

/** One claim. A click anywhere on it goes to its objects; the name is a button for keyboards. */
export function ClaimRow(props: ClaimRowProps): ReactNode {
  const { check, onJump } = props;
  const { claim } = check;
  const jump = objectsJump(check);
  const source = [claim.chapter, claim.year === null ? '' : `${claim.year}年`].filter(Boolean);
  return (
    <tr
      data-leads={jump !== null}
      {...(jump !== null && { onClick: () => onJump(jump), title: '在图上看' })}
    >
      <th scope="row">
        {jump === null ? (
          claim.subject
        ) : (
          <button
            type="button"
            className={styles.link}
            onClick={(event) => {
              event.stopPropagation();
              onJump(jump);
            }}
          >
            {claim.subject}
          </button>
        )}
      </th>
      <td>{claimMeasureWord(claim.measure)}</td>
      <td>
        <span className={styles.strong}>{statedText(claim)}</span>
        <span className={styles.quote}>“{claim.printed}”</span>
        <span className={styles.small}>{source.join(' · ')}</span>
      </td>
      <td className={styles.number}>{computedText(check) || '—'}</td>
      <td className={styles.number}>{rangeText(check) || '—'}</td>
      <td>
        <VerdictMark verdict={check.verdict} />
        <span className={styles.small}>{strengthText(check)}</span>
      </td>
      <td className={styles.inverse}>
        <Inverse {...props} />
      </td>
      <td className={styles.reason}>{check.reason}</td>
    </tr>
  );
}
