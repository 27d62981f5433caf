import { Segmented } from 'antd';
import type { LeftTab } from './session-state';
import { patchSession, useSession } from './session-store';

/** 研判, 规划 and 汇报 differ in the panel at work: each is one tab of the left rail, or the rest of them. */
type WorkMode = 'analyse' | 'plan' | 'present';

const MODES: readonly { readonly value: WorkMode; readonly label: string }[] = [
  { value: 'analyse', label: '研判' },
  { value: 'plan', label: '规划' },
  { value: 'present', label: '汇报' },
];

const TAB_OF: Readonly<Record<WorkMode, LeftTab>> = {
  analyse: 'layers',
  plan: 'plan',
  present: 'scenes',
};

function modeOf(tab: LeftTab): WorkMode {
  return MODES.find(({ value }) => TAB_OF[value] === tab)?.value ?? 'analyse';
}

/** The three jobs over one map. */
export function ModeSwitch() {
  const mode = useSession((state) => modeOf(state.leftTab));
  return (
    <Segmented
      aria-label="工作方式"
      options={[...MODES]}
      value={mode}
      onChange={(next) => patchSession({ leftTab: TAB_OF[next], leftOpen: true })}
    />
  );
}
