import '../../components/theme.css';
import '../../components/panel/panel.css';
import '../../components/keyboard/keyboard.css';
import '../../components/list/list.css';
import '../../components/call/call.css';
import { showPanel } from './panel-page.tsx';

showPanel(document.body, 'popup');
