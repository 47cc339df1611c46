import core from "./en.ftl?raw";
import words from "./words.en.ftl?raw";
import event from "./event.en.ftl?raw";
import map from "./map.en.ftl?raw";

export default [core, words, map, event] as const;
