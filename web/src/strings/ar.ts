import core from "./ar.ftl?raw";
import words from "./words.ar.ftl?raw";
import event from "./event.ar.ftl?raw";
import map from "./map.ar.ftl?raw";

export default [core, words, map, event] as const;
