import { Button, Checkbox, Input } from 'antd';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import { IconButton } from '../../ui/icon-button';
import type { SceneParts, ScenesPanelProps } from './scenes-panel-props';
import styles from './scenes.module.css';

type Props = Pick<ScenesPanelProps, 'selectedCode' | 'nameOfCode'> & {
  readonly scene: Scene;
  /** Why nothing can be saved; null: it can. */
  readonly refusal: string | null;
  /** What was changed; nothing else of the scene may be touched, it may have moved on. */
  readonly onEdit: (parts: SceneParts) => void;
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

/** A blank title is not taken over. */
function withoutBlankTitle({ title, ...rest }: SceneParts): SceneParts {
  const trimmed = title?.trim() ?? '';
  return trimmed === '' ? rest : { ...rest, title: trimmed };
}

/** Changes that wait for the form to be left, by whatever way; only `drop` loses them. */
function useDraft({ scene, refusal, onEdit }: Props) {
  const [draft, setDraft] = useState<SceneParts>({});
  const shown = { ...scene, ...draft };
  const isBlank = shown.title.trim() === '';
  const keep = (): void => {
    if (refusal !== null || Object.keys(draft).length === 0) return;
    onEdit(withoutBlankTitle(draft));
    setDraft(isBlank ? { title: shown.title } : {});
  };
  const keepRef = useRef(keep);
  useEffect(() => {
    keepRef.current = keep;
  });
  useEffect(() => () => keepRef.current(), []);
  return {
    shown,
    isBlank,
    change: (part: SceneParts): void => setDraft({ ...draft, ...part }),
    keep,
    drop: (): void => {
      keepRef.current = () => undefined;
    },
  };
}

/** Title, caption, notes and options of one scene; saved as one undoable step whenever the form is left. */
export function SceneForm(props: Props): ReactNode {
  const { shown, isBlank, change, keep, drop } = useDraft(props);
  return (
    <form
      className={styles.form}
      aria-label={`编辑场景「${props.scene.title}」`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) props.onClose();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) keep();
      }}
      onKeyDown={(event) => {
        // Esc that ends the choice of a character is the input method's.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <Input
        aria-label="标题"
        autoFocus
        maxLength={60}
        value={shown.title}
        status={isBlank ? 'error' : ''}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Input.TextArea
        aria-label="说明文字，一行一段，两边加 ** 为重点"
        placeholder="说明文字：一行一段，**重点**"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={600}
        value={shown.caption}
        onChange={(event) => change({ caption: event.target.value })}
      />
      <Input.TextArea
        aria-label="演讲备注，只在演讲者窗口显示"
        placeholder="演讲备注：只有演讲者看见"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={shown.notes}
        onChange={(event) => change({ notes: event.target.value })}
      />
      <Checkbox
        checked={shown.hasLegend}
        onChange={(event) => change({ hasLegend: event.target.checked })}
      >
        显示图例
      </Checkbox>
      <Outlined
        codes={shown.highlightCodes}
        selectedCode={props.selectedCode}
        nameOfCode={props.nameOfCode}
        onCodes={(highlightCodes) => change({ highlightCodes })}
      />
      <div className={styles.line}>
        <Button type="primary" htmlType="submit" disabled={isBlank || props.refusal !== null}>
          保存
        </Button>
        <Button
          onClick={() => {
            drop();
            props.onClose();
          }}
        >
          取消
        </Button>
        {isBlank && <span className={styles.error}>标题不能为空</span>}
      </div>
    </form>
  );
}
