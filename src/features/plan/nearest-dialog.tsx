import { Button, Checkbox, Modal, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Assignment as Answer, UNASSIGNED_WORDS } from '../../analysis/assign-villages';
import { numberText } from '../../analysis/number-text';
import type { County } from '../../domain/administrative';
import { formatDistance, formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import { PEOPLE_WORDS, type PeopleChoice } from './nearest-view';
import styles from './plan.module.css';

export interface NearestChoice {
  readonly people: PeopleChoice;
  readonly countyCodes: readonly string[];
  readonly isSameCounty: boolean;
  readonly isWhole: boolean;
}

export interface NearestDialogProps {
  readonly counties: readonly County[];
  readonly choice: NearestChoice;
  /** Villages that take part. */
  readonly villageCount: number;
  /** null before it is asked for, and after the choice changed. */
  readonly answer: Answer | null;
  /** Of `answer`: sites that villages without room are with already, and stay with. */
  readonly staying: ReadonlyMap<string, readonly string[]>;
  readonly nameOfSite: (id: string) => string;
  readonly nameOfVillage: (code: string) => string;
  readonly onChoice: (choice: NearestChoice) => void;
  readonly onPreview: () => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

const MOST_LISTED = 200;

function qualityWords({ method, personMetres, leastPersonMetres, persons }: Answer): string {
  if (persons === 0) return '';
  const mean = `平均 ${formatDistance(personMetres / persons)}（直线）`;
  if (leastPersonMetres === null)
    return `${mean}；整村迁出装得下的人少于拆分，无法与最省的办法比较。`;
  const over = personMetres / Math.max(leastPersonMetres, 1) - 1;
  if (over < 1e-9) return `${mean}，已证明人均路程最短。`;
  const way = method === 'whole-village' ? '逐村就近（贪心）' : '';
  return `${mean}；${way}比理论最短至多多 ${numberText(over * 100, 2)}%。`;
}

function Preview(props: NearestDialogProps & { readonly answer: Answer }): ReactNode {
  const { answer, staying, nameOfSite, nameOfVillage } = props;
  const used = answer.loads.filter(({ villageCodes }) => villageCodes.length > 0);
  return (
    <>
      <p className={styles.note} role="status">
        {answer.flows.length} 条去向，{formatInteger(answer.persons)} 人
        {answer.estimatedPersons > 0 && `（其中估算 ${formatInteger(answer.estimatedPersons)} 人）`}
        ；未分配 {answer.unassigned.length} 村。{qualityWords(answer)}
      </p>
      {answer.sitesWithoutCapacity.length > 0 && (
        <p className={styles.note}>
          没有填安置人数、没有参加的安置点：{answer.sitesWithoutCapacity.map(nameOfSite).join('、')}
        </p>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="分配预览">
        <table className={`${tables.table} ${tables.numbers} ${tables.sticky}`}>
          <thead>
            <tr>
              <th scope="col">安置点</th>
              <th scope="col">村</th>
              <th scope="col">人</th>
              <th scope="col">可安置</th>
            </tr>
          </thead>
          <tbody>
            {used.map(({ siteId, villageCodes, persons, capacityPersons }) => (
              <tr key={siteId}>
                <th scope="row" title={villageCodes.map(nameOfVillage).join('、')}>
                  {nameOfSite(siteId)}
                </th>
                <td>{villageCodes.length}</td>
                <td>{formatInteger(persons)}</td>
                <td>{capacityPersons === null ? '—' : formatInteger(capacityPersons)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {answer.unassigned.length > 0 && (
          <>
            <h3 className={styles.group}>未分配的村</h3>
            {staying.size > 0 && (
              <p className={styles.note}>
                其中 {staying.size}{' '}
                村原来已列在安置点：采用后仍留在原处，已填的人数不丢，该安置点会显示超出。请另选安置点、增加安置人数，或在安置点里移出这些村。
              </p>
            )}
            <ul>
              {answer.unassigned.slice(0, MOST_LISTED).map(({ villageCode, persons, reason }) => (
                <li key={villageCode}>
                  {nameOfVillage(villageCode)} {formatInteger(persons)} 人：
                  {UNASSIGNED_WORDS[reason]}
                  {staying.has(villageCode) &&
                    `，仍留在${(staying.get(villageCode) ?? []).map(nameOfSite).join('、')}`}
                </li>
              ))}
            </ul>
            {answer.unassigned.length > MOST_LISTED && (
              <p className={styles.note}>
                只列前 {MOST_LISTED} 村，共 {answer.unassigned.length} 村。
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** 就近分配: villages to the nearest sites with room; looked at first, then one undoable step. */
export function NearestDialog(props: NearestDialogProps): ReactNode {
  const { choice, answer, villageCount } = props;
  const change = (part: Partial<NearestChoice>): void => props.onChoice({ ...choice, ...part });
  return (
    <Modal
      open
      title="就近分配迁出村"
      width={640}
      onCancel={props.onClose}
      footer={[
        <Button key="close" onClick={props.onClose}>
          关闭
        </Button>,
        <Button key="preview" disabled={villageCount === 0} onClick={props.onPreview}>
          预览
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={answer === null || answer.flows.length === 0}
          onClick={props.onApply}
        >
          采用（可撤销）
        </Button>,
      ]}
    >
      <p className={styles.note}>迁出人数用：</p>
      <Radio.Group
        aria-label="迁出人数"
        value={choice.people}
        options={(Object.keys(PEOPLE_WORDS) as PeopleChoice[]).map((value) => ({
          value,
          label: PEOPLE_WORDS[value],
        }))}
        onChange={(event) => change({ people: event.target.value as PeopleChoice })}
      />
      {choice.people !== 'typed' && (
        <Select
          mode="multiple"
          style={{ width: '100%', marginTop: 8 }}
          aria-label="迁出村所在的县"
          placeholder="选择迁出村所在的县"
          optionFilterProp="label"
          value={[...choice.countyCodes]}
          options={props.counties.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(countyCodes) => change({ countyCodes })}
        />
      )}
      <div className={styles.buttons}>
        <Checkbox
          checked={choice.isSameCounty}
          onChange={(event) => change({ isSameCounty: event.target.checked })}
        >
          不跨县
        </Checkbox>
        <Checkbox
          checked={choice.isWhole}
          onChange={(event) => change({ isWhole: event.target.checked })}
        >
          整村迁出，不拆分
        </Checkbox>
      </div>
      <p className={styles.note}>
        {villageCount === 0
          ? '没有可分配的村：先在安置点里列出迁出村并填人数，或导入村的人口后选择县。'
          : `${villageCount} 个村参加分配。`}
      </p>
      {answer && <Preview {...props} answer={answer} />}
    </Modal>
  );
}
