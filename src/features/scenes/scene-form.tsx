import { Button, Checkbox, Input } from 'antd';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import { IconButton } from '../../ui/icon-button';
import type { ScenesPanelProps } from './scenes-panel-props';
import styles from './scenes.module.css';

type Props = Pick<ScenesPanelProps, 'selectedCode' | 'nameOfCode'> & {
  readonly scene: Scene;
  readonly onSave: (scene: Scene) => void;
  readonly onClose: () => void;
};

function Outlined(props: {
  readonly codes: readonly string[];
  readonly selectedCode: string | null;
  readonly nameOfCode: (code: string) => string;
  readonly onCodes: (codes: readonly string[]) => void;
}): ReactNode {
  const { codes, selectedCode, nameOfCode, onCodes } = props;
  const addable = selectedCode !== null && !codes.includes(selectedCode) ? selectedCode : null;
  return (
    <div className={styles.outlined} role="group" aria-label="描出的县、乡镇、村">
      <span className={styles.label}>描出</span>
      {codes.map((code) => (
        <span key={code} className={styles.chip}>
          {nameOfCode(code)}
          <IconButton
            icon={X}
            size={12}
            title={`不再描出${nameOfCode(code)}`}
            onClick={() => onCodes(codes.filter((each) => each !== code))}
          />
        </span>
      ))}
      {addable === null ? (
        codes.length === 0 && <span className={styles.quiet}>先在地图上选县、乡镇或村</span>
      ) : (
        <button type="button" className={styles.link} onClick={() => onCodes([...codes, addable])}>
          加上{nameOfCode(addable)}
        </button>
      )}
    </div>
  );
}

/** Title, caption, notes and options of one scene; saved as one undoable step. */
export function SceneForm(props: Props): ReactNode {
  const [draft, setDraft] = useState(props.scene);
  const change = (part: Partial<Scene>): void => setDraft({ ...draft, ...part });
  const isBlank = draft.title.trim() === '';
  return (
    <form
      className={styles.form}
      aria-label={`编辑场景「${props.scene.title}」`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) props.onSave({ ...draft, title: draft.title.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <Input
        aria-label="标题"
        autoFocus
        maxLength={60}
        value={draft.title}
        status={isBlank ? 'error' : ''}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Input.TextArea
        aria-label="说明文字，一行一段，两边加 ** 为重点"
        placeholder="说明文字：一行一段，**重点**"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={600}
        value={draft.caption}
        onChange={(event) => change({ caption: event.target.value })}
      />
      <Input.TextArea
        aria-label="演讲备注，只在演讲者窗口显示"
        placeholder="演讲备注：只有演讲者看见"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={draft.notes}
        onChange={(event) => change({ notes: event.target.value })}
      />
      <Checkbox
        checked={draft.hasLegend}
        onChange={(event) => change({ hasLegend: event.target.checked })}
      >
        显示图例
      </Checkbox>
      <Outlined
        codes={draft.highlightCodes}
        selectedCode={props.selectedCode}
        nameOfCode={props.nameOfCode}
        onCodes={(highlightCodes) => change({ highlightCodes })}
      />
      <div className={styles.line}>
        <Button type="primary" htmlType="submit" disabled={isBlank}>
          保存
        </Button>
        <Button onClick={props.onClose}>取消</Button>
        {isBlank && <span className={styles.error}>标题不能为空</span>}
      </div>
    </form>
  );
}
