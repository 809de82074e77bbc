/** `npm run icons`: draws assets/icon.svg at every size that the manifest names. The PNG files are committed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "./browser";

/** 16, 32 and 80 are required, 128 is for the store's listing. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

async function drawIcons(folder: string): Promise<void> {
  const drawing = readFileSync(join(folder, "icon.svg"), "utf8").replace(
    "<svg ",
    '<svg width="100%" height="100%" ',
  );
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`,
    );
    for (const size of ICON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      writeFileSync(
        join(folder, `icon-${size}.png`),
        await page.screenshot({ omitBackground: true }),
      );
      console.log(`assets/icon-${size}.png`);
    }
  } finally {
    await browser.close();
  }
}

if (require.main === module) void drawIcons(join(__dirname, "../../assets"));
