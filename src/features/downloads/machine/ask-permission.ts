type Askable = FileSystemFileHandle & {
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/** After a closed tab the permission to write a chosen file must be given again, in answer to a press. */
export async function askPermission(handle: FileSystemFileHandle): Promise<void> {
  await (handle as Askable).requestPermission?.({ mode: 'readwrite' });
}
