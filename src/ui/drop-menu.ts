// antd's Dropdown and Menu (20 kB gzipped) in a chunk of their own: MenuButton loads it when first needed.
export { Dropdown as DropMenu } from 'antd';
