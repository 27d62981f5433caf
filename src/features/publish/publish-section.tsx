import { Radio, Select } from 'antd';
import { Check, CircleAlert, Eye, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  type CheckState,
  NOT_LEGAL_ADVICE,
  type PublishCheck,
  type PublishFacts,
  publishChecks,
} from '../../report/publish-checklist';
import { PUBLISH_GRIDS } from '../../report/publish-grid';
import type { PublishChoice } from '../../report/publish-rule';
import styles from './publish.module.css';

interface Props {
  readonly choice: PublishChoice;
  readonly facts: PublishFacts;
  readonly disabled: boolean;
  readonly onChoice: (choice: PublishChoice) => void;
}

const THRESHOLDS = [3, 5, 10, 20];

const MARKS: Readonly<Record<CheckState, readonly [LucideIcon, string]>> = {
  done: [Check, '已做'],
  missing: [CircleAlert, '缺'],
  look: [Eye, '请看'],
};

/** The points with their state by icon and word. */
function summaryOf(checks: readonly PublishCheck[]): string {
  const count = (wanted: CheckState): number =>
    checks.filter(({ state }) => state === wanted).length;
  const missing = count('missing');
  return `请看 ${count('look')} 项${missing === 0 ? '' : `，缺 ${missing} 项`}`;
}

function Checklist({ choice, facts }: Pick<Props, 'choice' | 'facts'>): ReactNode {
  const checks = publishChecks(choice, facts);
  return (
    <section aria-label="发布前检查">
      <details open={choice.isPublic}>
        <summary className={styles.heading}>发布前检查：{summaryOf(checks)}</summary>
        <ul className={styles.checks}>
          {checks.map(({ id, state, text }) => {
            const [Icon, word] = MARKS[state];
            return (
              <li key={id} data-state={state}>
                <span className={styles.mark}>
                  <Icon size={14} aria-hidden /> {word}
                </span>
                {text}
              </li>
            );
          })}
        </ul>
        <p className={styles.note}>{NOT_LEGAL_ADVICE}。</p>
      </details>
    </section>
  );
}

function PublicRule({ choice, disabled, onChoice }: Omit<Props, 'facts'>): ReactNode {
  return (
    <div className={styles.rule}>
      <span>小于</span>
      <Select
        aria-label="不公布的小数字"
        disabled={disabled}
        value={choice.threshold}
        options={THRESHOLDS.map((value) => ({ value, label: String(value) }))}
        onChange={(threshold) => onChoice({ ...choice, threshold })}
      />
      <span>的户数、人数不公布；坐标取整到</span>
      <Select
        aria-label="坐标取整"
        disabled={disabled}
        value={choice.grid.degrees}
        options={PUBLISH_GRIDS.map(({ degrees, text }) => ({ value: degrees, label: text }))}
        onChange={(degrees) => {
          const grid = PUBLISH_GRIDS.find((each) => each.degrees === degrees);
          if (grid) onChoice({ ...choice, grid });
        }}
      />
    </div>
  );
}

/** 内部 or 公开, by which rule, and what is to be looked at before the file goes out; the same in every dialog that makes one. */
export function PublishSection(props: Props): ReactNode {
  const { choice, facts, disabled, onChoice } = props;
  return (
    <div>
      <Radio.Group
        aria-label="给谁看"
        disabled={disabled}
        value={choice.isPublic}
        onChange={(event) => onChoice({ ...choice, isPublic: event.target.value === true })}
        options={[
          { value: false, label: '内部' },
          { value: true, label: '公开' },
        ]}
      />
      {choice.isPublic && <PublicRule choice={choice} disabled={disabled} onChoice={onChoice} />}
      <Checklist choice={choice} facts={facts} />
    </div>
  );
}
