import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFormWatch } from '../lib/frame/start-form-watch.ts';

/** In the frames of enabled sites, where the agent has calls' records shown in the tab that shows the CRM already. */
export default defineUnlistedScript(startFormWatch);
