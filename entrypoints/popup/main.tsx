import '../../components/theme.css';
import '../../components/panel.css';
import { showPanel } from './panel-page.tsx';

showPanel(document.body, 'popup');
