// MapLibre's own words in Chinese, and the compass, zoom and scale controls.
import { NavigationControl, ScaleControl, type Map as MapLibreMap } from 'maplibre-gl';

export const MAP_LOCALE: Record<string, string> = {
  'Map.Title': '地图',
  'NavigationControl.ResetBearing': '拖动旋转，点击恢复正北',
  'NavigationControl.ZoomIn': '放大（+）',
  'NavigationControl.ZoomOut': '缩小（−）',
  'ScaleControl.Meters': '米',
  'ScaleControl.Kilometers': '公里',
  'Popup.Close': '关闭',
};

export function addMapControls(map: MapLibreMap): void {
  map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left');
}
