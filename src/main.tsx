import './ui/global.css';
import { mount } from './app/mount.tsx';

mount(document.getElementById('root')!);
