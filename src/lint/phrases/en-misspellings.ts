// English words that hands and memories often get wrong, each with the one word that it can mean.

/** Words, each with its misspellings; none of these is a word, a name or an abbreviation. */
const slips = `
the: teh hte; and: adn nad; that: taht; this: tihs; with: wiht; which: wich whcih whihc; when: wehn whne; where: wehre
what: waht; have: ahve haev; from: fomr; because: becuase becasue beacuse becouse; before: befor befroe
between: betwen beetween bewteen; until: untill untli; always: allways alwasy; already: allready alredy; also: aslo
about: abuot abotu; again: agian; their: thier; there: ther tehre; they: tehy; these: theese thsee
through: throught thruogh; though: thouhg; would: woudl wuold; could: coudl; should: shoudl shuold
without: whithout wihtout; within: whithin; while: whiel; only: olny; other: ohter; another: anohter; every: evrey
different: diffrent diferent differnt; example: exmaple exemple; following: folowing follwing; correct: corect
incorrect: incorect; answer: anwser asnwer; question: quesiton questoin; option: optoin; statement: statment
achieve: acheive; achieved: acheived; achieves: acheives; believe: beleive belive; receive: recieve receve
received: recieved; receives: recieves; receiving: recieving; retrieve: retreive retrive; retrieved: retreived
retrieval: retreival; field: feild; fields: feilds; piece: peice; weird: wierd; ceiling: cieling; begin: beggin
beginning: begining beggining; occur: ocur occour; occurs: ocurs occures; occurred: occured ocurred
occurring: occuring; occurrence: occurence occurrance occurance; occurrences: occurences; prefer: prefere
preferred: prefered; referred: refered; transferred: transfered; transferring: transfering; submitted: submited
committed: commited; permitted: permited; permission: permision; permissions: permisions; controlled: controled
controlling: controling; necessary: neccessary necessery neccesary necesary; unnecessary: unneccessary unnecesary
separate: seperate; separated: seperated; separately: seperately; separation: seperation; definite: definate
definitely: definately definatly; definition: defintion defenition; environment: enviroment enviornment environement
environments: enviroments; government: goverment; management: managment mangement
development: developement devlopment; deployment: deployement; requirement: requirment; requirements: requirments
argument: arguement; arguments: arguements; independent: independant; consistent: consistant; persistent: persistant
existence: existance existense; performance: performence perfomance; maintenance: maintainance maintenence
reference: referance refrence; references: refrences; sequence: sequance; frequency: frequancy
efficiency: effeciency efficency; efficient: efficent effecient; sufficient: sufficent; accuracy: acuracy accurracy
accurate: acurate; access: acces; accessible: accessable; accidentally: accidently; accommodate: accomodate acommodate
acquire: aquire; address: adress; addresses: adresses; additional: aditional addtional; algorithm: algorithim algoritm
algorithms: algoritms; aggregate: agregate aggreggate; amount: ammount; apparent: apparant
appropriate: appropiate apropriate; approximately: aproximately; asynchronous: asyncronous; synchronous: syncronous
automatically: automaticaly automaticly; available: availible avaliable availabe
availability: availibility avaliability; basically: basicly; business: buisness bussiness; calendar: calender
category: catagory; certificate: certficate; changeable: changable; command: comand; commands: comands
compatible: compatable; compatibility: compatability; completely: completly; configuration: configuation configuraton
connection: conection; conscious: concious; continuous: continous; continuously: continously; convenient: convienient
database: databse; decision: descision; describe: discribe; describes: discribes; destination: destinaton
detection: detecion; disappear: dissapear disapear; distribution: distrubution distribuiton; document: docuemnt
effective: efective; embarrass: embarass; encrypted: encyrpted; encryption: encyrption; equivalent: equivalant
especially: expecially especialy; essential: essental; evaluate: evalute; existing: exisiting
explanation: explaination; explicit: explicite; extension: extention; familiar: familar; feature: feautre
features: feautres; finally: finaly; foreign: foriegn; forty: fourty; function: funtion fucntion; functions: funtions
generally: generaly; guarantee: gaurantee guarentee garantee; guaranteed: guarenteed; handle: hanlde; height: heigth
hierarchy: heirarchy hierachy; however: howver; immediately: immediatly imediately
implementation: implmentation implemenation; important: importent imporant; include: inlcude; includes: inlcudes
individual: indivdual; information: infomation informaton; initial: intial; initialize: intialize; input: inptu
instance: instnace; instances: instnaces; integrate: intergrate; integration: intergration; interpret: interperet
interrupt: interupt; kernel: kernal; knowledge: knowlege; latency: latancy; length: lenght; license: lisence
likely: likley; machine: machien; maximum: maxmium maximim; memory: memmory; message: mesage messgae
messages: mesages; minimum: minmum; monitoring: monitering; multiple: mulitple multipel; neighbor: nieghbor
noticeable: noticable; object: obejct; objects: obejcts; obsolete: obselete; operation: opertion
operations: opertions; original: orginal; output: ouput outptu; overridden: overriden
parallel: paralel paralell parrallel; parameter: paramter parmeter; parameters: paramters parmeters
particular: particlar; particularly: particulary; password: pasword; possible: posible possable
possibility: posibility; practical: practicle; precede: preceed; precedes: preceeds; precision: percision
presence: presense; previous: previuos; primary: primery; principal: principel; privilege: priviledge privelege
privileges: priviledges; probability: probablity; probably: probaly; process: proccess; processes: proccesses
processing: proccessing; processor: processer; product: prodcut; property: propery; propagate: propogate
protocol: protocal; provide: provdie; provides: provdies; recommend: recomend reccomend
recommended: recomended reccomended; redundant: redundent; regression: regresion; relevant: relevent
repetition: repitition; replication: replicaton; request: reqeust; requests: reqeusts; resource: resourse
resources: resourses; response: reponse responce; responsible: responsable; restaurant: restaraunt; result: reuslt
results: reuslts; schedule: schedual; secondary: secondery; security: secuirty; sentence: sentance; service: serivce
services: serivces; significant: signifigant; similar: similiar simlar; similarly: similiarly
simultaneous: simultanous; solution: soluton; specific: specifc; specifically: specificly; specified: specifed
storage: stroage; strategy: stratagy; strength: strenght; structure: strucutre; subsequent: subsequant
succeed: suceed; success: succes; successful: succesful successfull sucessful
successfully: succesfully successfuly sucessfully; supersede: supercede; support: suppport; supported: suported
supposed: suposed; surprise: suprise; system: sytem systme; systems: sytems; technique: tecnique; temporary: temporay
tendency: tendancy; threshold: treshold threshhold; together: togheter; tomorrow: tommorow tommorrow; traffic: trafic
truly: truely; typically: typicaly; unfortunately: unfortunatly; unique: uniqe; usage: useage; usually: usualy
useful: usefull; user: uesr; users: uesrs; utilize: utlize; validation: validaton; value: vlaue; values: vlaues
variable: varible varaible; variables: varibles; various: varios; version: verison; visible: visable
vulnerability: vulnerablity; vulnerable: vunerable; warning: warnign; whether: wheter; width: widht; writing: writting
written: writen; your: yuor
`;

/** By the misspelt word in lower case. */
export const englishMisspellings: ReadonlyMap<string, string> = new Map(
  slips
    .trim()
    .split(/; |\n/u)
    .flatMap((line) => {
      const [word = "", misspelt = ""] = line.split(": ");
      return misspelt.split(" ").map((each) => [each, word] as const);
    }),
);
