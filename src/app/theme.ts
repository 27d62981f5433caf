import type { ThemeConfig } from 'antd';
import type { MapTheme } from '../map/map-types';

const ACCENT = '#0B5CAD';

/** antd tokens for look.md's palette; the projector theme is larger and darker. */
export function antdTheme(theme: MapTheme): ThemeConfig {
  const projector = theme === 'projector';
  return {
    token: {
      colorPrimary: ACCENT,
      colorInfo: ACCENT,
      colorLink: ACCENT,
      colorText: projector ? '#000000' : '#1F2933',
      colorTextSecondary: projector ? '#27323C' : '#52606D',
      colorTextTertiary: '#52606D',
      colorTextPlaceholder: '#52606D',
      colorTextDescription: '#52606D',
      colorBorder: projector ? '#7B8794' : '#9AA5B1',
      colorBorderSecondary: '#D9E0E6',
      colorSuccess: '#1B7837',
      colorWarning: '#B45309',
      colorError: '#B42318',
      borderRadius: 3,
      fontSize: projector ? 16 : 14,
      fontFamily: 'var(--font)',
      boxShadow: 'none',
      motion: false,
      wireframe: false,
    },
    components: {
      Tabs: { horizontalMargin: '0' },
      Segmented: { trackBg: '#E9EEF2' },
    },
  };
}
