/** Goes on as if the person had taken nothing back. */
export async function permissionRemoved(): Promise<void> {}
