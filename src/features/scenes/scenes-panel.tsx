import { Button } from 'antd';
import { Camera, Play } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import { EmptyState } from '../../ui/empty-state';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { SceneForm } from './scene-form';
import { type SceneAction, SceneRow } from './scene-row';
import type { ScenesPanelProps } from './scenes-panel-props';
import styles from './scenes.module.css';

interface Drag {
  readonly id: string;
  readonly to: number;
}

function rowActions(
  props: ScenesPanelProps,
  scene: Scene,
  at: number,
  onEditing: (id: string) => void,
  onMoved: (to: number) => void,
): Readonly<Record<SceneAction, () => void>> {
  const { id } = scene;
  return {
    present: () => props.onPresent(id),
    edit: () => onEditing(id),
    'update-view': () => props.onUpdateView(id),
    'update-figures': () => props.onUpdateFigures(id),
    duplicate: () => props.onDuplicate(id),
    hide: () => props.onEdit(id, { isHidden: !scene.isHidden }),
    up: () => onMoved(at - 1),
    down: () => onMoved(at + 1),
    remove: () => props.onRemove(id),
  };
}

function Nothing({ storylineLength, refusal, onAdoptStoryline }: ScenesPanelProps): ReactNode {
  return (
    <EmptyState
      title="还没有场景"
      hint="把地图调到要给人看的样子，点“采集当前画面”，写上标题和说明；一页一页排好，就可以放映。"
    >
      {storylineLength > 0 && (
        <Button disabled={refusal !== null} onClick={onAdoptStoryline}>
          采用现成故事线（{storylineLength} 页）
        </Button>
      )}
    </EmptyState>
  );
}

/** 场景: capture what is on the screen, put the scenes in order, present them. */
export function ScenesPanel(props: ScenesPanelProps): ReactNode {
  const { scenes, refusal } = props;
  const focused = useRef<Element | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const place = moved === null ? -1 : scenes.findIndex(({ id }) => id === moved);
  // Moving a row in the page takes the focus from it: give it back, so that the key can be pressed again.
  useEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus();
  }, [moved, place]);
  const move = (id: string, to: number): void => {
    focused.current = document.activeElement;
    setMoved(id);
    props.onMove(id, Math.min(Math.max(to, 0), scenes.length - 1));
  };
  const onDrag = (event: 'start' | 'over' | 'drop' | 'end', id: string, at: number): void => {
    if (event === 'start') setDrag({ id, to: at });
    else if (event === 'over') setDrag(drag && drag.to !== at ? { ...drag, to: at } : drag);
    else {
      setDrag(null);
      if (event === 'drop' && drag) move(drag.id, at);
    }
  };
  return (
    <section className={styles.root} aria-label="场景">
      <div className={styles.line}>
        <Button
          type="primary"
          icon={<Camera size={14} aria-hidden />}
          disabled={refusal !== null}
          onClick={props.onCapture}
        >
          采集当前画面
        </Button>
        <Button
          icon={<Play size={14} aria-hidden />}
          disabled={scenes.every(({ isHidden }) => isHidden)}
          onClick={() => props.onPresent(null)}
        >
          放映
        </Button>
      </div>
      {refusal !== null && <p className={styles.hint}>{refusal}</p>}
      {props.scenarioTitle !== null && (
        <p className={styles.hint}>
          数字按情景「{props.scenarioTitle}」计算；转到场景时换成采集它的情景。
        </p>
      )}
      {props.scenarioNote !== '' && (
        <p className={styles.hint} role="status">
          {props.scenarioNote}
        </p>
      )}
      {scenes.length === 0 && <Nothing {...props} />}
      <ol className={styles.list}>
        {scenes.map((scene, at) =>
          scene.id === editing ? (
            <li key={scene.id}>
              <SceneForm
                scene={scene}
                selectedCode={props.selectedCode}
                nameOfCode={props.nameOfCode}
                refusal={refusal}
                onEdit={(parts) => props.onEdit(scene.id, parts)}
                onClose={() => setEditing(null)}
              />
            </li>
          ) : (
            <SceneRow
              key={scene.id}
              scene={scene}
              at={at}
              count={scenes.length}
              isCurrent={scene.id === props.currentId}
              changes={scene.id === props.currentId ? props.changes : []}
              isLocked={refusal !== null}
              isDropTarget={drag !== null && drag.id !== scene.id && drag.to === at}
              onGoTo={() => props.onGoTo(scene.id)}
              onAction={(action) =>
                rowActions(props, scene, at, setEditing, (to) => move(scene.id, to))[action]()
              }
              onDrag={(event) => onDrag(event, scene.id, at)}
            />
          ),
        )}
      </ol>
      <VisuallyHidden live>
        {moved === null || place < 0 ? '' : `移到第 ${place + 1} 页，共 ${scenes.length} 页`}
      </VisuallyHidden>
    </section>
  );
}
