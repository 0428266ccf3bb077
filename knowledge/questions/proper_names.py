"""Names of places, people and products that are no slip of a word of the base."""

_NAMES = """
abbott accra adept afghan afghanistan africa alaska albanese albania aleph algeria amd andorra
andreessen angola ankara antigua apple arabia argentina arizona arkansas armenia asia asml athens
atlanta auckland austin austria aws axios azerbaijan azure baghdad bahamas bahrain baichuan baidu
bangalore bangkok bangladesh bannon barbados barcelona bard bartlett bavaria belarus belgium
belize bengio benin berlin bessent bezos bhutan bild bing bloom bloomberg bluesky blumenthal
boeing bogota bolivia bondi bonta bores boric bosnia boston botswana brazil breton broadcom
brockman brunei brussels budapest bulgaria burundi bytedance cairo caixin cambodia cameroon
caracas carney catalonia chad chicago chile clinton codestral cohere colombia comoros congo
connecticut copenhagen copilot croatia cuba cursor cyprus czechia dallas delaware delhi denmark
denver desantis detroit devin devstral dhaka diffusion disney djibouti doha dominica doubao draghi
dubai dublin economist ecuador egypt elevenlabs emirates erdogan eritrea ernie estonia ethiopia
falcon faso ferguson fiji finland firefly florida flux france frankfurt gabbard gabon gambia gemma
geneva germany ghana github gitlab glean gounardes granite greece grenada grok guatemala guinea
guterres guyana haiti hamburg hanoi harris harvey hassabis havana hawaii hawley hegseth helsinki
hinton hochul honduras hong houston huang huawei huggingface hungary hunyuan hynix ibm iceland
idaho iflytek imagen indiana indonesia inflection intel iowa iran iraq ireland isaacs ishiba
israel istanbul italy jakarta jamaica jamba jordan kagi kamala kansas kaplan karachi karpathy
kazakhstan kennedy kentucky kenya khan kiribati kishida kitts kling kong kosovo kratsios krieger
krishnan kuwait kyiv kyoto kyrgyzstan lagarde lagos lanka laos latvia lebanon lecun lemonde leone
lesotho leyen liberia libya liechtenstein lima lisbon lithuania llama lmarena louisiana lovable
lucia lula luxembourg luxon lyria macao macau macron madagascar madrid magistral maine malawi
malaysia maldives mali malta mamdani manila manus markey maryland massachusetts mastodon
mauritania mauritius melbourne meloni merz mexico miami michigan micronesia midjourney milan milei
minimax minnesota mississippi missouri mistral mixtral modi moldova monaco mongolia montana
montenegro montreal morocco moscow mozambique mumbai munich murati musk myanmar nadella nairobi
namibia nauru navarro nebraska nemotron nepal netanyahu netflix netherlands nevada newsom
nicaragua niger nigeria nikkei noem norway nova nvidia nyt obama ohio oklahoma olah olmo oman
openrouter optimus oracle orban oregon osaka oslo pakistan palantir palau panama paraguay paris
patel pelosi pennsylvania perplexity perth peru petro pharia philadelphia philippines pichai
pixtral poland polis politico portland portugal powell prabhakar prague pritzker putin qatar
qualcomm quebec quito raimondo ratcliffe reagan reddit replika replit reuters rica riyadh romania
rome rubio runway russia rutte rwanda sacks salesforce salvador samoa samsung sanchez sanders
santiago scholz schumer scotland seattle seedance semafor senegal sensetime seoul serbia
seychelles shanghai shapiro sheinbaum shenzhen singapore siri slovakia slovenia smic somalia sora
spain spiegel spotify stability starmer stepfun stockholm stoltenberg substack sudan suleyman
sunak suno suriname sutskever sweden switzerland sydney syria taipei taiwan tajikistan takaichi
tanzania techcrunch technica tehran tencent tennessee tesla texas thailand thiel tiktok timor
titan tobago togo tome tonga toronto trinidad trudeau tsmc tunis tunisia turkey turkmenistan tusk
tuvalu twitter uber udio uganda ukraine uruguay uzbekistan vance vancouver vanuatu venezuela veo
vermont vestager vienna vietnam virginia virkkunen wales walmart waltz wapo warren warsaw wheeler
whitmer wiener wiles windsurf wisconsin wsj wyoming xiaomi xinping yellen yemen yoon youngkin
zambia zealand zelensky zhipu zimbabwe zurich
"""
PROPER_NAMES = frozenset(_NAMES.split())
"""Countries, cities, US states, politicians, outlets, models and makers: none is repaired."""
