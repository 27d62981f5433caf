import type { CSSProperties, ReactNode } from 'react';

const HIDDEN: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Read out but not seen. With `live`, changes of the text are announced. */
export function VisuallyHidden({
  live = false,
  children,
}: {
  readonly live?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span style={HIDDEN} {...(live && { role: 'status' })}>
      {children}
    </span>
  );
}
