import type { ReactNode } from 'react';
import type { ClaimCheck } from '../../analysis/claim-check';
import type { RegionPack } from '../../domain/region-pack';
import { claimMeasureWord } from '../../domain/wording';
import {
  computedText,
  inverseNote,
  inverseText,
  rangeText,
  statedText,
  strengthText,
} from '../../report/claim-words';
import { formatDistance } from '../../ui/format';
import tables from '../../ui/table.module.css';
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
    <>
      <button
        type="button"
        className={tables.link}
        title="按这个值在图上看"
        onClick={(event) => {
          event.stopPropagation();
          onJump(jump);
        }}
      >
        {text}
      </button>
      <span className={styles.small}>{inverseNote(check)}</span>
    </>
  );
}

/** One claim. A click anywhere on it goes to the map; the name is a button for keyboards. */
export function ClaimRow(props: ClaimRowProps): ReactNode {
  const { check, onJump } = props;
  const { claim } = check;
  const jump = objectsJump(check);
  const where = claim.objectIds.length === 0 ? '规划没有点名对象：在图上看全部县' : '在图上看';
  const source = [claim.chapter, claim.year === null ? '' : `${claim.year}年`].filter(Boolean);
  return (
    <tr onClick={() => onJump(jump)} title={where} data-leads="true">
      <th scope="row">
        <button
          type="button"
          className={tables.link}
          title={where}
          onClick={(event) => {
            event.stopPropagation();
            onJump(jump);
          }}
        >
          {claim.subject}
        </button>
      </th>
      <td>{claimMeasureWord(claim.measure)}</td>
      <td>
        <span className={styles.strong}>{statedText(claim)}</span>
        <span className={styles.quote}>“{claim.printed}”</span>
        <span className={styles.small}>{source.join(' · ')}</span>
      </td>
      <td className={tables.number}>{computedText(check) || '—'}</td>
      <td className={tables.number}>{rangeText(check) || '—'}</td>
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
