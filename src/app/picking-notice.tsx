import { Button } from 'antd';
import type { MapPick } from '../features/coverage/coverage-panel-props';

const WORDS: Readonly<Record<MapPick, string>> = {
  click: '点选：在地图上单击项目，加入或移出分析；按 Esc 结束',
  lasso: '套索：按住左键画一圈，圈住的项目加入分析；按 Esc 取消',
};

export function PickingNotice(props: {
  readonly picking: MapPick | null;
  readonly onEnd: () => void;
}) {
  if (!props.picking) return null;
  return (
    <div>
      {WORDS[props.picking]}{' '}
      <Button size="small" onClick={props.onEnd}>
        结束
      </Button>
    </div>
  );
}
