/** The theme that goes with Office and the system, now and after they change. */
import type { Theme } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Appearance, PaneServices } from "../services";
import { colorSchemeOf, themeFrom } from "../theme";

export function useTheme(services: PaneServices): {
  theme: Theme;
  colorScheme: string;
} {
  const [appearance, setAppearance] = useState<Appearance>(() =>
    services.appearance(),
  );
  useEffect(
    () =>
      services.onAppearanceChanged(() => setAppearance(services.appearance())),
    [services],
  );
  return useMemo(
    () => ({
      theme: themeFrom(appearance),
      colorScheme: colorSchemeOf(appearance),
    }),
    [appearance],
  );
}
