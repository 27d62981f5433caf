import { TerraDrawExtend } from 'terra-draw';

/** A map of one pixel a thousandth of a degree, north up, without a browser: the drawing library's own seam for tests. */
export class FlatAdapter extends TerraDrawExtend.TerraDrawBaseAdapter {
  readonly element = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  });
  constructor() {
    super({ coordinatePrecision: 7 });
  }
  getMapEventElement(): HTMLElement {
    return this.element as unknown as HTMLElement;
  }
  project(lng: number, lat: number) {
    return { x: (lng - 110) * 1000, y: (36 - lat) * 1000 };
  }
  unproject(x: number, y: number) {
    return { lng: 110 + x / 1000, lat: 36 - y / 1000 };
  }
  getLngLatFromEvent(event: PointerEvent | MouseEvent) {
    return this.unproject(event.clientX, event.clientY);
  }
  setCursor(): void {}
  setDraggability(): void {}
  setDoubleClickToZoom(): void {}
  render(): void {}
  clear(): void {
    this._currentModeCallbacks?.onClear();
  }
  override register(callbacks: TerraDrawExtend.TerraDrawCallbacks): void {
    super.register(callbacks);
    callbacks.onReady?.();
  }

  private send(type: string, x: number, y: number): void {
    const init = { isPrimary: true, button: 0, clientX: x, clientY: y };
    const event = Object.assign(new Event(type, { cancelable: true }), init);
    this.element.dispatchEvent(event);
  }
  move(x: number, y: number): void {
    this.send('pointermove', x, y);
  }
  /** Move, press and release, as a hand does; resolves when the page had time to react. */
  async click(x: number, y: number): Promise<void> {
    this.move(x, y);
    this.send('pointerdown', x, y);
    this.send('pointerup', x, y);
    await Promise.resolve();
  }
}
