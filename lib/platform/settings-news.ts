const CHANNEL = 'dialside-settings';

/**
 * Tells every page of Dialside that the settings have changed. No event of the storage does: in Firefox they lie in a database,
 * which has none. A channel belongs to an origin, so that neither a page nor a content script hears it.
 */
export function tellSettingsChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Runs `task` whenever the background has told of a change, for as long as the page is open. */
export function onSettingsChanged(task: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', task);
}
