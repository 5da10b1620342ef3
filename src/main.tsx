// oxlint-disable-next-line import/no-unassigned-import -- a style sheet exports nothing
import './ui/global.css';
import { mount } from './app/mount.tsx';

mount(document.getElementById('root')!);
