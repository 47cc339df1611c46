# الإطار
brand = إسناد
nav = الشاشات
nav-reports = الأخبار
nav-review = المراجعة
nav-events = الأحداث
nav-map = الخريطة
nav-search = البحث
nav-sources = المصادر
nav-jobs = المهام
skip = انتقل إلى المحتوى
close = إغلاق
waiting = لحظة…
again = أعد المحاولة
offline = الخادم لا يستجيب. قد لا يكون ما تراه محدَّثًا، وسيعود الاتصال تلقائيًّا.
no-such-page = لا توجد صفحة بهذا العنوان
go-start = إلى الأخبار
version = إسناد، الإصدار { $version }

# الإعدادات
settings = الإعدادات
setting-theme = المظهر
setting-theme-auto = مثل النظام
setting-theme-light = فاتح
setting-theme-dark = داكن
setting-digits = الأرقام
setting-digits-latn = 123
setting-digits-arab = ١٢٣
setting-letters = مفاتيح الحرف الواحد
setting-letters-on = مفعّلة
setting-letters-off = معطّلة

# الدخول
sign-in = تسجيل الدخول
sign-in-why = هذا السجل مشترك، فكل قرار فيه يحمل اسم صاحبه.
sign-in-failed = الاسم وكلمة المرور غير متطابقين. حاول مرة أخرى، أو اطلب كلمة جديدة من أحد المحررين.
sign-in-provider = عبر مؤسستك
sign-out = تسجيل الخروج
user-name = الاسم
password = كلمة المرور

# عند الخطأ
problem = تعذّر ذلك
problem-0 = الخادم لا يستجيب
problem-401 = سجّل الدخول أولًا
problem-403 = صلاحيتك لا تسمح بذلك
problem-404 = لا وجود لما طلبت
problem-429 = محاولات كثيرة. انتظر دقيقة.

# التراجع
undo = تراجع
undone = سُحب القرار رقم { NUMBER($number, useGrouping: 0) }
nothing-to-undo = ليس لك قرار يمكن التراجع عنه

# المفاتيح
then = ثم
key-search = بحث
key-undo = التراجع عن آخر قرار لي، ثم عمّا قبله
key-help = المفاتيح والمساعدة
key-language = العربية أو الإنكليزية
help-title = المفاتيح
help-layout = المفاتيح بحسب موضعها على اللوحة، فهي نفسها مع التخطيط العربي.
letters-are-off = مفاتيح الحرف الواحد معطّلة في الإعدادات.
keys-everywhere = في كل مكان
keys-settings = الإعدادات
and = و
list-comma = {"، "}

# الخبر
open-original = الأصل
claims-count = { $count ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $count } أقوال
    [many] { $count } قولًا
   *[other] { $count } قول
  }
reviewed-count = رُوجع { $count } من { $of }
report-text = نص الخبر
report-text-role = نص، والأسهم تنتقل بين كلماته
no-such-report = لا يوجد خبر كهذا
no-claims = لم يُقرأ في هذا الخبر أي قول
no-claims-next = اختر كلمات من النص لتضيف قولًا.
legend = معاني العلامات
legend-none = اختر قولًا فتضيء كلماته هنا، أو اختر كلمات لتصحيحه أو لإضافة غيره.
role-act = ماذا
role-figure = كم
role-said = القول
role-who = مَن
role-whom = على مَن
role-means = بماذا
role-place = أين
role-time = متى
role-source = من القائل
role-proof = الدليل
via = عبر
own-voice = بلسانها
unnamed = غير مسمّى
show-in-text = إظهاره في النص
event-number = الحدث { NUMBER($number, useGrouping: 0) }
time-inherited = (من السياق)
label-from = من
label-toward = نحو
label-of = مِمَّن
label-subject = مَن
label-object = ماذا
label-holder = بيد
label-before = قبله
label-about = عن
label-office = بصفة
diagnostics = { $count ->
    [zero] لا ملاحظات للقارئ
    [one] ملاحظة واحدة للقارئ
    [two] ملاحظتان للقارئ
    [few] { $count } ملاحظات للقارئ
    [many] { $count } ملاحظة للقارئ
   *[other] { $count } ملاحظة للقارئ
  }

# الحكم
judge = احكم على هذا القول
accept = قبول
reject = رفض
unsure = لست متأكدًا
edit = تصحيح
verdict-accept = مقبول
verdict-reject = مرفوض
verdict-unsure = غير مؤكد
verdict-edit = مصحَّح
verdict-add = مضاف
said-accept = قُبل القول
said-reject = رُفض القول
said-unsure = عُلّم بأنه غير مؤكد
said-edit = صُحّح القول
said-add = أُضيف القول
nothing-changed = لم يتغير شيء
choose-words-first = اختر أولًا الكلمات التي تقول ذلك في النص

# التصحيح
edit-claim = تصحيح القول
add-claim = إضافة قول
add-event = حدث جديد
add-figure = رقم جديد
add-state = وضع جديد
add-statement = قول جديد
save = حفظ
cancel = إلغاء
add = أضف…
change = غيّر…
add-to = إضافة إلى: { $field }
remove-name = إزالة { $name }
take-words = خذ «{ $words }»
no-mode = بلا تحديد
acled-none = لا يرمّز هذا.
chosen-words = الكلمات المختارة
use-as = للقول المضاء:
new-claim = جديد:
field-type = النوع
field-mode = الوجه
field-status = الحال
field-stance = موقف القائل
field-polarity = الإثبات والنفي
field-measure = المعدود
field-bound = الحد
field-low = على الأقل
field-high = على الأكثر
field-predicate = العلاقة
field-agents = من الفاعل
field-targets = على من وقع
field-unit = ممن أو مما
field-subject = من أو ما
field-objects = بمن أو بماذا
field-places = أين
field-sources = من القائل
field-time = متى
field-start = من يوم
field-end = إلى يوم
field-precision = الدقة
field-relation = الصلة بالزمن
field-note = ملاحظة يقرؤها المراجعون
fault-number = أرقام فقط، مثل 370
fault-number-missing = لا بد من أحدهما
fault-order = يجب ألا يكون قبل الأول أو أقل منه
fault-day = يوم مثل 2021-03-09، أو شهر مثل 2021-03، أو سنة

key-next-claim = القول التالي
key-previous-claim = القول السابق
key-add = إضافة قول عند الكلمات المختارة
key-text = إلى النص، والأسهم تختار الكلمات، ومع Shift عدة كلمات
key-leave = ترك المختار
keys-report = الخبر
keys-form = الاستمارة

# القوائم
filters = المرشِّحات
filter-text = كلمات
filter-outlet = وسيلة الإعلام
filter-from = من
filter-to = إلى
filter-type = النوع
filter-status = الحال
filter-grade = درجة الثبوت
filter-place = المكان
filter-actor = الطرف
filter-disputed = المختلَف فيه
filter-news = بلا ما ذُكر عرضًا
filter-kind = الصنف
nothing-fits = لا شيء يطابق
relax = أزل أحد المرشِّحات:
open = فتح
key-next-row = السطر التالي
key-previous-row = السطر السابق
key-filter = إلى المرشِّحات
keys-list = القائمة
reports-count = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
  }
events-count = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
  }
witnesses-count = { $count ->
    [zero] بلا شاهد
    [one] شاهد واحد
    [two] شاهدان مستقلان
    [few] { $count } شهود مستقلين
    [many] { $count } شاهدًا مستقلًّا
   *[other] { $count } شاهد مستقل
  }
column-published = النشر
column-report = الخبر
column-events = الأحداث
column-reviewed = المراجعة
column-when = متى
column-event = الحدث
column-toll = الحصيلة
column-grade = الثبوت
no-day = بلا تاريخ
no-reports = لا أخبار بعد
no-reports-next = أدخل ملفًّا فيه أخبار (نصًّا أو JSON أو NDJSON)، أو أدخله من سطر الأوامر:
take-in = أدخل أخبارًا…
taken-in = سُلّم { $name }، وتقدّمه يظهر هنا
file-unreadable = تعذّرت قراءة { $name }
no-events = لا أحداث بعد
no-events-next = الأحداث تُستخرج من الأخبار، فإما أن شيئًا لم يُدخل بعد، أو أن القراءة ما زالت جارية.
toll-killed = قتلى: { $value }
toll-wounded = جرحى: { $value }
disputed-over = مختلَف فيه: { $what }
export = تصدير
export-acled = ‏CSV من 31 عمودًا
export-ged = ‏UCDP، العنف المفضي إلى قتل
export-plover = ‏PLOVER 0.8، سطر لكل حدث
export-geojson = للخرائط
export-hxl = ‏CSV بوسوم العمل الإنساني

# المراجعة
queues = الصفوف
queue = الصف
queue-unreviewed = للمراجعة
queue-mine = المسند إليّ
queue-disagreements = خلافات
queue-unsure = غير مؤكد
queue-done = المحسوم
queue-agreement = الاتفاق
queue-count = { $count ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $count } أقوال
    [many] { $count } قولًا
   *[other] { $count } قول
  }
queue-empty-unreviewed = لم يبق ما يُراجع
queue-empty-mine = لم يُسند إليك شيء
queue-empty-disagreements = لا خلاف بين المراجعين
queue-empty-unsure = لم يتردد أحد في شيء
queue-empty-done = لم يُحسم شيء بعد
queue-empty-next = ما حُسم يمكن الرجوع إليه والتراجع عنه في كل خبر.
doubt = الشك
weight = الأهمية
doubt-and-weight = الشك { $doubt } من 100، والأهمية { $weight } من 20
claim-of = القول { $place } من { $total }
place-of = { $place } من { $total }
claim-gone = هذا القول لم يعد قائمًا
claim-gone-next = إما أنه رُفض، أو أن الخبر يُقرأ الآن على وجه آخر.
whole-report = الخبر كله
only-context = ما حوله فقط
why-here = لِمَ هو هنا
blind = يراجع هذا القول أكثر من واحد، وما قرره الآخرون يظهر حين يقررون جميعًا.
disagreed = اختلف فيه مراجعوه، والمحرر يحسمه.
field-verdict = الحكم
coders = المراجعون
nobody-assigned = لا أحد
assign = إسناد
assign-name = اسم المراجع
assign-me = أسنده إليّ
assigned-to = أُسند إلى { $name }
history = القرارات
withdrawn = مسحوب
key-whole = الخبر كله، أو ما حول القول فقط
keys-review = المراجعة
verdict-reopen = أُعيد فتحه
agreement-fields = مراجعون لم يطّلع أحدهم على عمل الآخر، بحسب الحقل
both-coded = راجعه أكثر من واحد
agreed = اتفقوا
kappa = κ
kappa-is = ‏κ (معامل كوهين) هو الاتفاق فوق ما تأتي به المصادفة: 1 اتفاق تام، و0 ما تأتي به المصادفة وحدها.
share-of = { $agreed } من { $of }
field = الحقل
no-agreement = لم يعمل بعد مراجعان على الأقوال نفسها
no-agreement-next = أسند أقوالًا إلى مراجع ثانٍ، ولن يرى أحدهما قرار الآخر حتى يقررا معًا.
why-namesakes = { $about }: أماكن بهذا الاسم تصلح على السواء، عددها { $number }
why-candidates = { $about }: أماكن تحمل هذا الاسم، عددها { $number }، وأحدها أرجح
why-place-weak = { $about }: ليس مؤكدًا أنه هذا المكان
why-place-unknown = { $about }: لا يرد هذا المكان في أي معجم للأماكن
why-place-coarse = { $about }: لم يُذكر ما هو أدق منه
why-place-missing = لم يُعثر له على مكان
why-places-several = أماكنه { $number }
why-agent-missing = لم يُسمَّ من فعله
why-actor-unknown = { $about }: لا يُعرف شيء عن هذا الطرف
why-actor-namesakes = { $about }: قد يُقصد به أحد { $number }
why-worked-out = { $about } غير مسمّى هنا بل يُشار إليه بضمير أو وصف
why-far = { $about } يرد بعيدًا من كلمات القول
why-anonymous = لا يقوله إلا مصادر لم تُسمَّ
why-alleged = هو زعم فقط
why-doubted = قائله يشكك فيه
why-long-chain = بلغنا عبر { $number } ناقلين
why-status = حاله ليست «وقع» بل «{ $about }»
why-negated = قيل إنه ليس كذلك
why-background = ورد على سبيل الخلفية
why-time-missing = لم يُذكر زمنه
why-time-inherited = أُخذ زمنه من قول آخر
why-time-coarse = زمنه تقريبي
why-vague = «{ $about }» ليس عددًا دقيقًا
why-open-ended = «{ $about }» مفتوح من أحد طرفيه
why-no-cause = لم يُربط الرقم بحدث
why-measure = ليس مؤكدًا ما الذي يعدّه
why-contradicted = قول آخر في الخبر ينفيه
why-disputed = حدثه مختلَف فيه
why-violence = عنف
why-coercion = قوة أو رفعها
why-control = يقول من يسيطر على مكان
why-casualties = قتلى أو جرحى
why-number = رقم سيأخذ به غيرك
why-killed = عدد القتلى { $number }
why-other = حدث من الأقوال أو الصلات
why-headline = ورد في العنوان

# البحث
search-label = كلمات من الأخبار
search-hint = تُطلب الكلمات كلها على أي صورة كُتبت، وما بين علامتي تنصيص "بهذا الترتيب".
search-empty = ابحث في الأخبار
search-empty-next = أسماء أماكن أو أشخاص أو أي كلمات، وما يتصل بها (و، ب، ال) يُعثر عليه أيضًا.
search-none = لا خبر فيه { $text }
search-none-next = جرّب كلمات أقل، أو أزل علامتي التنصيص.
keys-search = البحث

# المصادر
sources-count = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
  }
filter-name = الاسم
column-source = المصدر
column-through = عبر من
column-claims = الأقوال
own-word = بنفسه
no-sources = لا مصادر بعد

# المهام
no-jobs = لا عمل جارٍ
no-jobs-next = يظهر هنا تقدّم ما يُدخل من ملفات الأخبار. ومن سطر الأوامر:
job-ingest = إدخال أخبار
job-reread = إعادة القراءة
job-rebuild = إعادة البناء
job-state-waiting = ينتظر
job-state-running = جارٍ
job-state-done = تم
job-state-failed = فشل
job-state-cancelled = أُوقف
job-stopping = سيتوقف بعد الخبر الحالي
job-errors = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
  }
outcome-added = أُضيف { $count }
outcome-revised = نُقّح { $count }
outcome-older-versions = نسخ أقدم: { $count }
outcome-known = معروف من قبل: { $count }
outcome-taken-down-before = سُحب من قبل: { $count }
outcome-failed = فشل { $count }
cancel-job = إيقاف
progress = التقدّم
