import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "./buttons";

interface PictureButtonProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled: boolean;
}

/** Opens a picture of a sheet with the system's dialog. */
export function PictureButton({ onFiles, disabled }: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const pick = ({ files }: HTMLInputElement) => {
    onFiles([...(files ?? [])]);
    // The same file may be picked again, after it was taken anew.
    if (input.current !== null) input.current.value = "";
  };
  return (
    <>
      <Button label="Open a picture of the sheet" disabled={disabled} onPress={() => input.current?.click()}>
        Open a picture
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label="Picture of the sheet"
        onChange={(event) => pick(event.target)}
      />
    </>
  );
}

/** Takes files that are dropped anywhere on the window. Where no screen does, a drop does nothing. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}
